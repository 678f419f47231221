package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Flyway migrates the local engine as it would a server. */
class FlywayITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @Test
    void migratesOnce() {
        String database = CLICKHOUSE.newDatabase();
        Flyway flyway =
                Flyway.configure()
                        .dataSource(CLICKHOUSE.jdbcUrl(database), "default", "")
                        .locations("classpath:flyway-itcase")
                        .load();
        MigrateResult first = flyway.migrate();
        assertThat(first.migrationsExecuted).isEqualTo(2);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        assertThat(CLICKHOUSE.query("SELECT text, note FROM " + database + ".v_message"))
                .isEqualTo("Привет; мир\tnew");
    }
}
