package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.Headers;
import io.otklik.local.clickhouse.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryRequestTest {

    @Test
    void readsTheUrl() {
        QueryRequest request =
                request(
                        "POST",
                        "/?query=SELECT+%7Bx%3AString%7D&database=d&default_format=JSON&compress=1"
                                + "&decompress=1&wait_end_of_query=1&client_protocol_version=54483"
                                + "&max_threads=2&param_x=%D1%91%2B1&session_id=s&query_id=q1"
                                + "&user=u&password=p",
                        new Headers());
        assertThat(request.query()).isEqualTo("SELECT {x:String}");
        assertThat(request.queryId()).isEqualTo("q1");
        assertThat(request.defaultFormat()).isEqualTo("JSON");
        assertThat(request.compress()).isTrue();
        assertThat(request.decompress()).isTrue();
        assertThat(request.waitEndOfQuery()).isTrue();
        assertThat(request.protocolVersion()).isEqualTo(54483);
        assertThat(request.session().database()).isEqualTo("d");
        assertThat(request.session().settings()).isEqualTo(Map.of("max_threads", "2"));
        assertThat(request.session().parameters()).isEqualTo(Map.of("x", "ё+1"));
        assertThat(request.session().readOnly()).isFalse();
    }

    @Test
    void headersStandInForTheUrl() {
        Headers headers = new Headers();
        headers.set("X-ClickHouse-Database", "h");
        headers.set("X-ClickHouse-Format", "CSV");
        QueryRequest request = request("GET", "/", headers);
        assertThat(request.session().database()).isEqualTo("h");
        assertThat(request.defaultFormat()).isEqualTo("CSV");
        assertThat(request.session().readOnly()).isTrue();
        assertThat(request("POST", "/?database=u&default_format=TSV", headers).defaultFormat())
                .isEqualTo("TSV");
    }

    @Test
    void aQueryIdThatWouldBreakAHeaderIsReplaced() {
        assertThat(request("GET", "/?query_id=a%0Ab", new Headers()).queryId())
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"basic, b3BlcmF0b3I6c2VjcmV0OjE=", "Basic, b3BlcmF0b3I6c2VjcmV0OjE="})
    void acceptsBasicAuthentication(String scheme, String pair) {
        Headers headers = new Headers();
        headers.set("Authorization", scheme + " " + pair);
        assertThatCode(() -> check("/", headers)).doesNotThrowAnyException();
    }

    @Test
    void acceptsHeadersAndUrl() {
        Headers headers = new Headers();
        headers.set("X-ClickHouse-User", "operator");
        headers.set("X-ClickHouse-Key", "secret:1");
        assertThatCode(() -> check("/", headers)).doesNotThrowAnyException();
        assertThatCode(() -> check("/?user=operator&password=secret%3A1", new Headers()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/?user=operator",
        "/?user=operator&password=wrong",
        "/?password=secret%3A1",
        "/?user=other&password=secret%3A1"
    })
    void refusesTheRest(String url) {
        assertThatThrownBy(() -> check(url, new Headers()))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(516))
                .hasMessageContaining("AUTHENTICATION_FAILED");
    }

    @ParameterizedTest
    @CsvSource({"60, 404", "62, 400", "516, 403", "241, 500", "159, 408", "48, 501", "194, 401"})
    void errorsHaveAServersStatus(int code, int status) {
        assertThat(HttpStatus.of(code)).isEqualTo(status);
    }

    private static void check(String url, Headers headers) throws EngineException {
        new Authenticator("operator", "secret:1").check(URI.create(url), headers);
    }

    private static QueryRequest request(String method, String url, Headers headers) {
        return QueryRequest.of(method, URI.create(url), headers);
    }
}
