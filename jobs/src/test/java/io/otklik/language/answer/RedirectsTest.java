package io.otklik.language.answer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            textBlock =
                    """
                    Вам нужно обратиться в ГИБДД. § ГИБДД
                    Обратитесь, пожалуйста, в управляющую компанию по телефону 45-12-12 § управляющую компанию
                    По этому вопросу следует обращаться в Комитет по благоустройству Санкт-Петербурга § Комитет по благоустройству Санкт-Петербурга
                    Обратитесь в [club1|Администрацию Северного района]. § Администрацию Северного района
                    Вы можете задать вопрос Администрации Северного района § Администрации Северного района
                    Дорогу обслуживает министерство транспорта. § министерство транспорта
                    Вопрос в ведении регионального оператора, напишите им. § регионального оператора
                    За эту территорию отвечает ООО «Чистый двор», телефон 20-20-20. § ООО «Чистый двор»
                    О шуме сообщайте в полицию по телефону 102. § полицию
                    Рекомендуем подать заявление в военкомат. § военкомат
                    """)
    void namesTheBody(String text, String body) {
        assertThat(Redirects.find(text)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            textBlock =
                    """
                    Передали в управление ЖКХ. § управление ЖКХ
                    Ваше обращение направлено в Комитет по благоустройству. § Комитет по благоустройству
                    Заявка передана подрядной организации. § подрядной организации
                    """)
    void namesTheBodyThatTheAppealWasPassedTo(String text, String body) {
        assertThat(Redirects.passedTo(text)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Взяли в работу. Если срочно, звоните в ЕДДС.",
                "Уборкой занимается подрядная организация.",
                "Передали в работу.",
                "Обратитесь в ГИБДД."
            })
    void passesNothingOnWhereItOnlyAdvises(String text) {
        assertThat(Redirects.passedTo(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Напишите нам в личные сообщения.",
                "Обратитесь в нашу группу.",
                "Бригада занимается уборкой снега.",
                "Позвоните в рабочее время.",
                "Обратитесь к нам в администрацию на первом этаже.",
                "Мусор вывезен."
            })
    void findsNoBodyWhereNobodyIsSentAway(String text) {
        assertThat(Redirects.find(text)).isNull();
    }
}
