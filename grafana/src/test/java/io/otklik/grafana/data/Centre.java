package io.otklik.grafana.data;

import io.otklik.grafana.query.Engine;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Fills the tables by SQL, in the engine: the same {@link Scale} gives the same rows but for the
 * moment, for everything is told from now backwards. Texts are made up. What hangs together in the
 * jobs hangs together here: an appeal is a message of its thread, its events, alerts and deadlines
 * follow from its state.
 */
public final class Centre {

    /** Rows of one INSERT. The engine of one machine has less than a gigabyte. */
    private static final long CHUNK = 200_000;

    /** The same for an INSERT that reads a whole table. */
    private static final String SMALL_BLOCKS =
            " SETTINGS max_threads = 2, max_insert_threads = 1, min_insert_block_size_rows = 65536,"
                    + " min_insert_block_size_bytes = 16777216,"
                    + " max_bytes_before_external_group_by = 200000000";

    /** How many inserts deliver the newest rows once more, and which part of all these are. */
    private static final long TAIL_PARTS = 20;

    private static final long TAIL = 500;

    private final Engine engine;
    private final Scale scale;

    /** One moment for all rows: a row that is told twice is the same twice. */
    private final String now = "toDateTime64('" + moment() + "', 3, 'UTC')";

    public Centre(Engine engine, Scale scale) {
        this.engine = engine;
        this.scale = scale;
    }

    private static String moment() {
        return LocalDateTime.now(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS"));
    }

    /** Fills every table that the dashboards read. */
    public void fill() {
        whole(REGISTER);
        whole(POLICY);
        whole(CALENDAR);
        chunked(MESSAGES, scale.messages());
        chunked(APPEALS, scale.appeals());
        again(MESSAGES, scale.messages());
        again(APPEALS, scale.appeals());
        whole(EVENTS);
        whole(ALERTS);
        whole(SPIKES);
        whole(DELIVERIES);
        whole(INCIDENTS);
        whole(DEAD_LETTERS);
        chunked(COUNTERS, scale.messages() / 40);
        chunked(HOURS_OF_PAGES, 24L * scale.pages() * scale.days());
        whole(DAYS_OF_PAGES);
        whole(PROFILES);
        whole(DAYS_OF_POSTS);
        whole(DAYS_OF_AGENCIES);
        whole(ANSWERS_OF_AGENCIES);
        whole(AUDIENCE);
        whole(CLAIMS);
        whole(SUSPICIONS);
        whole(COPIES);
        whole(COUNTERS_OF_COPIES);
    }

    private void whole(String sql) {
        engine.run(sql(sql) + SMALL_BLOCKS);
    }

    private void chunked(String sql, long rows) {
        chunked(sql, 0, rows, CHUNK);
    }

    /** The newest rows once more in small parts, as the store gets them after a restart. */
    private void again(String sql, long rows) {
        long tail = Math.max(rows / TAIL, TAIL_PARTS);
        chunked(sql, rows - tail, rows, tail / TAIL_PARTS + 1);
    }

    private void chunked(String sql, long first, long end, long chunk) {
        for (long from = first; from < end; from += chunk) {
            engine.run(
                    sql(sql).replace("{from}", Long.toString(from))
                            .replace("{rows}", Long.toString(Math.min(chunk, end - from))));
        }
    }

    private String sql(String template) {
        String sql = template.replace("now64(3, 'UTC')", now);
        Map<String, Object> values =
                Map.of(
                        "{pages}", scale.pages(),
                        "{agencies}", scale.agencies(),
                        "{stride}", scale.stride(),
                        "{step}", scale.stepMillis(),
                        "{messages}", scale.messages(),
                        "{days}", scale.days());
        for (Map.Entry<String, Object> value : values.entrySet()) {
            sql = sql.replace(value.getKey(), value.getValue().toString());
        }
        return sql;
    }

    private static final String REGISTER =
            """
            INSERT INTO community
                (community_id, platform, url, name, agency_id, agency_name, level, sphere,
                 municipality, region, time_zone, status, updated_at)
            SELECT
                concat('vk:-', toString(990000000 + number)),
                ['VK', 'VK', 'OK', 'TELEGRAM'][number % 4 + 1],
                concat('https://vk.com/club', toString(990000000 + number)),
                concat('Страница ', toString(number)),
                concat('agency-', toString(number % {agencies})),
                concat('Ведомство ', toString(number % {agencies})),
                ['Региональный', 'Муниципальный', 'Подведомственный'][number % 3 + 1],
                'Органы власти',
                concat('Район ', toString(number % 17)),
                ['Заречная область', 'Озёрный край'][intDiv(number % 17, 9) + 1],
                'Asia/Yekaterinburg',
                'подтверждена',
                now64(3, 'UTC')
            FROM numbers({pages})
            """;

    private static final String POLICY =
            """
            INSERT INTO sla_policy
                (policy_id, version, title, region, valid_from, time_zone, clock_start, calendar_id, updated_at)
            SELECT 'region', number + 1, 'Положение региона', 'Заречная область',
                now64(3, 'UTC') - INTERVAL 20 * (2 - number) - 5 DAY,
                'Asia/Yekaterinburg', 'PUBLISHED', 'russia', now64(3, 'UTC')
            FROM numbers(2)
            """;

    private static final String CALENDAR =
            """
            INSERT INTO work_calendar (calendar_id, version, title, time_zone, first_year, last_year, updated_at)
            SELECT 'russia', 1, 'Производственный календарь', 'Asia/Yekaterinburg', 2023, toYear(now()) + 1, now64(3, 'UTC')
            """;

    /** Forty messages a thread: the page's post, residents' comments, each fifth the page's own. */
    private static final String PLACE =
            """
            i % {pages} AS page,
            intDiv(intDiv(i, {pages}), 40) AS thread,
            intDiv(i, {pages}) % 40 AS position,
            concat('vk:-', toString(990000000 + page)) AS community_id,
            concat(community_id, '_', toString(1000 + thread)) AS thread_id,
            now64(3, 'UTC') - toIntervalMillisecond({step} * ({messages} - i)) AS published_at
            """;

    private static final String MESSAGES =
            """
            INSERT INTO message
                (message_id, platform, type, community_id, thread_id, author_id, author_kind, text, url,
                 published_at, observed_at, change)
            WITH
                number + {from} AS i,
            """
                    + PLACE
                    + """
            SELECT
                if(position = 0, thread_id, concat(thread_id, '_', toString(i))),
                ['VK', 'VK', 'OK', 'TELEGRAM'][page % 4 + 1],
                if(position = 0, 'POST', 'COMMENT'),
                community_id,
                thread_id,
                if(position % 5 = 0, community_id, concat('vk:', hex(sipHash64(i % 100000)))),
                if(position % 5 = 0, 'COMMUNITY', 'PERSON'),
                concat('Сообщение для проверки панелей номер ', toString(i % 1000)),
                concat('https://vk.com/wall-', toString(990000000 + page), '_', toString(1000 + thread)),
                published_at,
                published_at + INTERVAL 2 SECOND,
                'CREATED'
            FROM numbers({rows})
            """;

    /**
     * Two rows an appeal: as it was found, and as it stands. Half are answered within the term of
     * eight hours, most of the others later; the youngest wait.
     */
    private static final String APPEALS =
            """
            INSERT INTO appeal
                (appeal_id, thread_id, community_id, community_name, platform, agency_id, agency_name,
                 agency_reason, page_agency_id, region, municipality, time_zone, url, author_id, text,
                 published_at, status, topic_group, topic, urgency, place, reasons, needs_answer,
                 model_version, policy_id, policy_version, calendar_id, calendar_version,
                 clock_started_at, first_response_due_at, answers, first_response_id,
                 first_response_at, first_response_kind, first_response_text, first_response_millis,
                 first_response_business_millis, acknowledged_at, final_due_at, final_answer_id,
                 final_answer_at, final_answer_text, final_millis, final_business_millis, outcome,
                 template_answer, overdue_metrics, first_breached_at, final_breached_at,
                 escalation_level, closed_at, updated_at, version)
            WITH
                (number + {from}) * {stride} AS i,
            """
                    + PLACE
                    + """
                , sipHash64(i) AS chance,
                toInt64(chance % 100) AS percent,
                -- Seconds to the first answer: four of five within eight hours.
                toInt64(if(percent < 80, chance % 28800, 28800 + chance % 400000)) AS wait,
                published_at + toIntervalSecond(wait) AS answer_at,
                published_at + INTERVAL 8 HOUR AS due_at,
                published_at + INTERVAL 7 DAY AS final_at,
                percent % 10 != 9 AND answer_at < now64(3, 'UTC') AND late_flag = 1 AS responded,
                percent % 3 = 0 AS acknowledgement,
                -- Half of what was taken into work gets its answer within the next days.
                toInt64(if(acknowledgement, 3600 + chance % 200000, 0)) AS work,
                answer_at + toIntervalSecond(work) AS finished_at,
                responded AND (NOT acknowledgement OR percent % 2 = 0 AND finished_at < now64(3, 'UTC')) AS finished,
                NOT responded AND due_at < now64(3, 'UTC') OR responded AND answer_at > due_at AS missed
            SELECT
                concat(thread_id, '_', toString(i)),
                thread_id,
                community_id,
                concat('Страница ', toString(page)),
                ['VK', 'VK', 'OK', 'TELEGRAM'][page % 4 + 1],
                concat('agency-', toString(page % {agencies})),
                concat('Ведомство ', toString(page % {agencies})),
                'страница ведомства',
                concat('agency-', toString(page % {agencies})),
                ['Заречная область', 'Озёрный край'][intDiv(page % 17, 9) + 1],
                concat('Район ', toString(page % 17)),
                'Asia/Yekaterinburg',
                concat('https://vk.com/wall-', toString(990000000 + page), '_', toString(1000 + thread), '?reply=', toString(i)),
                concat('vk:', hex(sipHash64(i % 100000))),
                concat('Когда будет исправлено то, о чём писали под номером ', toString(i % 1000), '?'),
                published_at,
                multiIf(finished, 'ANSWERED', responded, 'ACKNOWLEDGED', 'OPEN'),
                ['ЖКХ', 'Дороги', 'Благоустройство', 'Здравоохранение', 'Образование', 'Общественный транспорт', ''][chance % 7 + 1],
                '',
                if(chance % 13 = 0, 'HIGH', 'NORMAL'),
                concat('улица ', toString(chance % 50)),
                ['вопрос'],
                0.9,
                'm1',
                'region', 1, 'russia', 1,
                published_at,
                due_at,
                toInt32(responded),
                if(responded, concat(thread_id, '_', toString(i + 1)), ''),
                if(responded, answer_at, NULL),
                multiIf(NOT responded, '', acknowledgement, 'ACKNOWLEDGED', 'FINAL'),
                if(responded, 'Здравствуйте! Передано в работу.', ''),
                if(responded, wait * 1000, NULL),
                if(responded, intDiv(wait * 1000, 3), NULL),
                if(responded AND acknowledgement, answer_at, NULL),
                final_at,
                if(finished, concat(thread_id, '_', toString(i + 1)), ''),
                if(finished, finished_at, NULL),
                if(finished, 'Работы выполнены.', ''),
                if(finished, (wait + work) * 1000, NULL),
                if(finished, intDiv((wait + work) * 1000, 3), NULL),
                if(finished, 'RESOLVED', ''),
                chance % 11 = 0 AND responded,
                if(missed, ['FIRST_RESPONSE'], []),
                if(missed, due_at, NULL),
                NULL,
                if(missed AND NOT responded, 1, 0),
                if(finished, finished_at, NULL),
                multiIf(finished, finished_at, responded, answer_at, published_at),
                toInt64(1 + late_flag)
            FROM numbers({rows})
            ARRAY JOIN [0, 1] AS late_flag
            WHERE position != 0
            """;

    private static final String EVENTS =
            """
            INSERT INTO appeal_event
                (event_id, appeal_id, thread_id, community_id, type, cause_message_id, at, metric,
                 due_at, elapsed_millis, elapsed_business_millis, agency_id, reason, policy_id,
                 policy_version, model_version, version)
            SELECT
                concat(appeal_id, '/', event.1),
                appeal_id, thread_id, community_id,
                event.1,
                appeal_id,
                assumeNotNull(event.2),
                event.3,
                first_response_due_at,
                dateDiff('millisecond', published_at, event.2),
                intDiv(dateDiff('millisecond', published_at, event.2), 3),
                agency_id,
                'правило',
                policy_id, policy_version, model_version,
                version
            FROM appeal FINAL
            ARRAY JOIN [
                ('DETECTED', toNullable(published_at), ''),
                ('ROUTED', toNullable(published_at), ''),
                ('SLA_APPLIED', toNullable(published_at), 'FIRST_RESPONSE'),
                ('SLA_APPLIED_FINAL', toNullable(published_at), 'FINAL_ANSWER'),
                ('WARNED', toNullable(published_at + INTERVAL 7 HOUR), 'FIRST_RESPONSE'),
                ('BREACHED', first_breached_at, 'FIRST_RESPONSE'),
                ('ESCALATED', first_breached_at + INTERVAL 1 HOUR, 'FIRST_RESPONSE'),
                (if(first_response_kind = '', 'ACKNOWLEDGED', toString(first_response_kind)), first_response_at, ''),
                ('FOLLOWED_UP', first_response_at + INTERVAL 10 MINUTE, '')
            ] AS event
            WHERE event.2 IS NOT NULL AND event.2 <= now64(3, 'UTC')
            """;

    private static final String ALERTS =
            """
            INSERT INTO alert
                (alert_id, kind, metric, level, agency_id, agency_name, subject_id, community_id,
                 community_name, url, topic_group, urgency, text, due_at, raised_at, cleared_at,
                 late_millis, version)
            SELECT
                concat(appeal_id, '/', alert.1),
                alert.1, 'FIRST_RESPONSE', if(alert.1 = 'ESCALATION', 1, 0),
                agency_id, agency_name, appeal_id, community_id, community_name, url, topic_group,
                urgency, text, first_response_due_at, assumeNotNull(alert.2), first_response_at,
                if(alert.1 = 'OVERDUE' AND first_response_at IS NOT NULL,
                    dateDiff('millisecond', first_response_due_at, first_response_at), NULL),
                version
            FROM appeal FINAL
            ARRAY JOIN [
                ('DUE_SOON', toNullable(published_at + INTERVAL 7 HOUR)),
                ('OVERDUE', first_breached_at),
                ('ESCALATION', first_breached_at + INTERVAL 1 HOUR)
            ] AS alert
            WHERE alert.2 <= now64(3, 'UTC')
                AND (first_response_at IS NULL OR first_response_at > alert.2)
            """;

    /** One every three hours; the newest still go on. */
    private static final String SPIKES =
            """
            INSERT INTO alert
                (alert_id, kind, level, agency_id, agency_name, subject_id, community_id,
                 community_name, url, urgency, text, raised_at, cleared_at, version)
            WITH
                number * 7 % {pages} AS page,
                concat('vk:-', toString(990000000 + page)) AS community,
                now64(3, 'UTC') - toIntervalHour(3 * number) AS raised
            SELECT
                concat('spike-', toString(number)), 'ENGAGEMENT_SPIKE', 0,
                concat('agency-', toString(page % {agencies})),
                concat('Ведомство ', toString(page % {agencies})),
                if(number % 4 = 0, community, concat(community, '_1000')),
                community, concat('Страница ', toString(page)),
                concat('https://vk.com/wall-', toString(990000000 + page), '_1000'),
                if(number % 5 = 0, 'HIGH', 'NORMAL'),
                'Пост, под которым много откликов',
                raised, if(number < 5, NULL, raised + INTERVAL 2 HOUR), 1
            FROM numbers({days} * 8)
            """;

    private static final String DELIVERIES =
            """
            INSERT INTO alert_delivery
                (delivery_id, alert_id, recipient, kind, level, agency_id, subject_id, raised_at,
                 state, alert_version, attempts, sent_at, updated_at, version)
            SELECT concat(alert_id, '/duty'), alert_id, 'duty', kind, level, agency_id, subject_id,
                raised_at, 'SENT', version, 1, raised_at + INTERVAL 2 SECOND, raised_at, 1
            FROM alert FINAL
            """;

    private static final String INCIDENTS =
            """
            INSERT INTO incident
                (incident_id, region, municipality, agency_id, agency_name, topic_group, place,
                 urgency, members, authors, open_members, first_at, last_at, updated_at, version)
            SELECT min(appeal_id), any(region), any(municipality), any(agency_id), any(agency_name),
                topic_group, place, max(urgency), groupArray(appeal_id), count(),
                countIf(status != 'ANSWERED'), min(published_at), max(published_at),
                max(published_at), 1
            FROM appeal FINAL
            WHERE topic_group != ''
            GROUP BY community_id, topic_group, place, toStartOfMonth(published_at)
            HAVING count() > 1
            """;

    /** The newest within the last minute, so that a window of an hour has some. */
    private static final String DEAD_LETTERS =
            """
            INSERT INTO dead_letter (topic, partition, offset, position, reason, detail, payload, at)
            SELECT 'raw.vk', number % 4, number, 0,
                ['INVALID_JSON', 'MISSING_FIELD', 'UNKNOWN_THREAD', 'IGNORED_EVENT'][number % 4 + 1],
                'member text is missing', '{}',
                now64(3, 'UTC') - toIntervalSecond(number * 30)
            FROM numbers(20000)
            """;

    /** Eight totals of each post, one an hour. */
    private static final String COUNTERS =
            """
            INSERT INTO counter (message_id, community_id, observed_at, kind, views, likes, reposts, comments)
            WITH
                number + {from} AS post,
                post % {pages} AS page,
                intDiv(post, {pages}) AS thread,
                concat('vk:-', toString(990000000 + page)) AS community_id
            SELECT
                concat(community_id, '_', toString(1000 + thread)),
                community_id,
                now64(3, 'UTC') - toIntervalMillisecond({step} * ({messages} - post * 40)) + toIntervalHour(hour) AS at,
                'SNAPSHOT',
                hour * (20 + post % 300), hour * (post % 11), hour * (post % 3), hour * (post % 7)
            FROM numbers({rows})
            ARRAY JOIN range(1, 9) AS hour
            """;

    private static final String GAINED =
            """
            sipHash64(start, page) AS chance,
            toInt64(chance % 500) AS views,
            toInt64(chance % 31) AS likes
            """;

    /** Every page in each hour. */
    private static final String HOURS_OF_PAGES =
            """
            INSERT INTO engagement
                (window_id, size, window_start, window_end, time_zone, dimension, dimension_id,
                 dimension_name, platform, community_id, agency_id, municipality, region, registered,
                 posts, posts_text, posts_photo, comments, authors, views, likes, reposts,
                 counted_comments, subscribers, version)
            WITH
                number + {from} AS i,
                i % {pages} AS page,
                toStartOfHour(now64(3, 'UTC')) - toIntervalHour(intDiv(i, {pages})) AS start,
            """
                    + GAINED
                    + """
            SELECT
                concat('h', toString(i)), 'HOUR', start, start + INTERVAL 1 HOUR, 'UTC',
                'COMMUNITY', concat('vk:-', toString(990000000 + page)),
                concat('Страница ', toString(page)),
                ['VK', 'VK', 'OK', 'TELEGRAM'][page % 4 + 1],
                concat('vk:-', toString(990000000 + page)),
                concat('agency-', toString(page % {agencies})),
                concat('Район ', toString(page % 17)),
                ['Заречная область', 'Озёрный край'][intDiv(page % 17, 9) + 1],
                true,
                chance % 9 = 0, chance % 18 = 0, chance % 18 = 9,
                chance % 7, chance % 5, views, likes, chance % 3, chance % 7,
                1000 + page * 10, 1
            FROM numbers({rows})
            """;

    private static final String DAYS_OF_PAGES =
            """
            INSERT INTO engagement
                (window_id, size, window_start, window_end, time_zone, dimension, dimension_id,
                 dimension_name, platform, community_id, agency_id, municipality, region, registered,
                 posts, posts_text, posts_photo, comments, views, likes, reposts, counted_comments,
                 subscribers, version)
            SELECT
                concat('d', community_id, toString(toStartOfDay(window_start))), 'DAY',
                toStartOfDay(window_start) AS day, day + INTERVAL 1 DAY, 'UTC', 'COMMUNITY',
                community_id, any(dimension_name), any(platform), community_id, any(agency_id),
                any(municipality), any(region), true, sum(posts), sum(posts_text), sum(posts_photo),
                sum(comments), sum(views), sum(likes), sum(reposts), sum(counted_comments),
                max(subscribers), 1
            FROM v_engagement
            WHERE size = 'HOUR' AND dimension = 'COMMUNITY'
            GROUP BY community_id, toStartOfDay(window_start)
            """;

    /** Of three pages one has not been looked at. */
    private static final String PROFILES =
            """
            INSERT INTO page_profile
                (community_id, observed_at, connected, state_mark, avatar, description, cover, widgets)
            SELECT
                concat('vk:-', toString(990000000 + number)),
                now64(3, 'UTC') - INTERVAL {days} DAY,
                number % 4 != 0, number % 5 != 0, true, number % 7 != 0, number % 2 = 0, number % 3
            FROM numbers({pages})
            WHERE number % 3 != 0
            """;

    private static final String DAYS_OF_POSTS =
            """
            INSERT INTO engagement
                (window_id, size, window_start, window_end, time_zone, dimension, dimension_id,
                 platform, community_id, agency_id, municipality, region, registered, content_type,
                 hashtags, posts, comments, authors, views, likes, reposts, counted_comments, version)
            WITH
                number % {pages} AS page,
                toStartOfDay(now64(3, 'UTC')) - toIntervalDay(intDiv(number, {pages}) % {days}) AS start,
            """
                    + GAINED
                    + """
            SELECT
                concat('p', toString(number)), 'DAY', start, start + INTERVAL 1 DAY, 'UTC',
                'POST',
                concat('vk:-', toString(990000000 + page), '_', toString(1000 + intDiv(number, {pages}))),
                ['VK', 'VK', 'OK', 'TELEGRAM'][page % 4 + 1],
                concat('vk:-', toString(990000000 + page)),
                concat('agency-', toString(page % {agencies})),
                concat('Район ', toString(page % 17)),
                ['Заречная область', 'Озёрный край'][intDiv(page % 17, 9) + 1],
                true, 'TEXT',
                if(chance % 5 = 0, ['#нашгород'], []),
                1, chance % 7, chance % 5, views, likes, chance % 3, chance % 7, 1
            FROM numbers({pages} * {days} * 2)
            """;

    private static final String DAYS_OF_AGENCIES =
            """
            INSERT INTO engagement
                (window_id, size, window_start, window_end, time_zone, dimension, dimension_id,
                 dimension_name, agency_id, region, registered, posts, posts_video, comments, views,
                 likes, reposts, counted_comments, version)
            SELECT
                concat('a', agency_id, toString(toStartOfDay(window_start))), 'DAY',
                toStartOfDay(window_start) AS day, day + INTERVAL 1 DAY, 'UTC', 'AGENCY', agency_id,
                concat('Ведомство ', substring(agency_id, 8)), agency_id, any(region), true,
                sum(posts), intDiv(sum(posts), 3), sum(comments), sum(views), sum(likes),
                sum(reposts), sum(counted_comments), 1
            FROM v_engagement
            WHERE size = 'HOUR' AND dimension = 'COMMUNITY'
            GROUP BY agency_id, toStartOfDay(window_start)
            """;

    /** Each agency's day by its appeals; all answers of a day lie in one bin. */
    private static final String ANSWERS_OF_AGENCIES =
            """
            INSERT INTO response_window
                (window_id, size, window_start, window_end, time_zone, dimension, dimension_id,
                 dimension_name, region, opened, answered, first_due, first_in_time, first_silent,
                 final_due, final_in_time, first_responses, template_answers, first_response_bins,
                 first_response_bin_counts, version)
            SELECT
                concat('r', agency_id, toString(toStartOfDay(published_at))), 'DAY',
                toStartOfDay(published_at) AS day, day + INTERVAL 1 DAY, 'UTC', 'AGENCY', agency_id,
                any(agency_name), any(region), count(), countIf(status = 'ANSWERED'),
                countIf(first_breached_at IS NOT NULL OR first_response_at IS NOT NULL) AS due,
                countIf(first_breached_at IS NULL AND first_response_at IS NOT NULL),
                countIf(first_breached_at IS NOT NULL AND answers = 0),
                countIf(status = 'ANSWERED'), countIf(status = 'ANSWERED'),
                countIf(first_response_at IS NOT NULL) AS responses,
                countIf(template_answer), if(responses = 0, [], [800]), if(responses = 0, [], [responses]), 1
            FROM appeal FINAL
            GROUP BY agency_id, toStartOfDay(published_at)
            """;

    /** A figure a week over more than a year. */
    private static final String AUDIENCE =
            """
            INSERT INTO audience (community_id, observed_at, subscribers, reach_week)
            SELECT
                concat('vk:-', toString(990000000 + number % {pages})),
                now64(3, 'UTC') - toIntervalDay(7 * intDiv(number, {pages})),
                1000 + number % {pages} * 10 + 5 * (60 - intDiv(number, {pages})),
                500
            FROM numbers({pages} * 60)
            """;

    private static final String CLAIMS =
            """
            INSERT INTO claim (claim_id, text, claim_date, rating, rated_at, rated_by, rating_reason, refuted_at, updated_at)
            SELECT
                concat('claim-', toString(number)),
                concat('Утверждение для проверки панелей ', toString(number)),
                now64(3, 'UTC') - toIntervalDay(number),
                ['FAKE', 'TRUE', 'MISLEADING', ''][number % 4 + 1],
                now64(3, 'UTC') - toIntervalDay(number),
                'дежурный', 'по ответу ведомства',
                if(number % 2 = 0, now64(3, 'UTC') - toIntervalDay(number), NULL),
                now64(3, 'UTC')
            FROM numbers(40)
            """;

    private static final String SUSPICIONS =
            """
            INSERT INTO suspicion
                (suspicion_id, status, score, signals, claim_id, community_id, platform, url, text,
                 first_at, last_at, copies, pages, burst, usual, questions, registered_at, rating,
                 rated_at, due_at, refuted_at, in_time, resurfaced, updated_at, version)
            WITH now64(3, 'UTC') - toIntervalHour(number) AS began
            SELECT
                concat('story-', toString(number)),
                ['SUSPECTED', 'RESURFACED', 'REGISTERED', 'RATED', 'REFUTED', 'CLOSED'][number % 6 + 1],
                0.7,
                [('copies', 0.4, 'много копий'), ('asked', 0.3, '')],
                if(number % 2 = 0, concat('claim-', toString(number % 40)), ''),
                concat('vk:-', toString(990000000 + number % {pages})),
                ['VK', 'VK', 'OK', 'TELEGRAM'][number % {pages} % 4 + 1],
                'https://vk.com/wall-990000000_1000',
                concat('История для проверки панелей ', toString(number)),
                began, began + INTERVAL 2 HOUR, 5 + number % 40, 2 + number % 9, 3 + number % 20, 0.5,
                number % 4,
                if(number % 6 >= 2, began + INTERVAL 20 MINUTE, NULL),
                if(number % 6 >= 3, 'FAKE', ''),
                if(number % 6 >= 3, began + INTERVAL 1 HOUR, NULL),
                began + INTERVAL 4 HOUR,
                if(number % 6 = 4, began + toIntervalHour(1 + number % 7), NULL),
                if(number % 6 = 4, number % 7 < 3, NULL),
                number % 6 = 1,
                began + INTERVAL 2 HOUR, 1
            FROM numbers(600)
            """;

    private static final String COPIES =
            """
            INSERT INTO copy
                (message_id, story_id, text_id, platform, community_id, type, stance, official, url, published_at, version)
            SELECT
                concat('copy-', toString(number)),
                concat('story-', toString(number % 600)),
                'text',
                'VK',
                concat('vk:-', toString(990000000 + number % {pages})),
                'POST',
                multiIf(number % 23 = 0, 'REFUTATION', number % 7 = 0, 'QUESTION', 'STORY'),
                number % 23 = 0,
                'https://vk.com/wall-990000000_1000',
                now64(3, 'UTC') - toIntervalHour(number % 600) + toIntervalMinute(intDiv(number, 600) * 3),
                1
            FROM numbers(12000)
            """;

    private static final String COUNTERS_OF_COPIES =
            """
            INSERT INTO counter (message_id, community_id, observed_at, kind, views)
            SELECT message_id, community_id, published_at + INTERVAL 1 HOUR, 'SNAPSHOT', cityHash64(message_id) % 3000
            FROM copy FINAL
            """;
}
