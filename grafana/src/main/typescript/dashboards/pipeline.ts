import { IN_TIME, OVERDUE, SOON, steps } from '../blocks/colours';
import { count, moment, text } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { UID } from '../blocks/links';
import { series, stat, table } from '../blocks/panels';
import { jobsRunning, NO_PROMETHEUS, promSeries, promStat, SILENT_STEPS, silentFor } from '../blocks/pipeline';
import { BYTES, COUNT, DURATION, MILLISECONDS, PER_SECOND, SHARE } from '../blocks/units';
import { clickHouseSource, prometheusSource } from '../blocks/variables';
import { named, PLATFORMS } from '../blocks/terms';

const lag = promStat({
  title: 'Ждёт в Kafka',
  description: 'Записей, которые задания ещё не прочли. Растёт – задания не успевают или стоят: посмотрите «Обратное давление» и журнал.',
  expr: 'sum(flink_taskmanager_job_task_operator_pendingRecords)',
  unit: COUNT,
  none: NO_PROMETHEUS,
  thresholds: steps(IN_TIME, [10_000, SOON], [100_000, OVERDUE]),
});

const restarts = promStat({
  title: 'Перезапусков за 15 минут',
  description: 'Сколько раз задания падали и поднимались сами. Больше трёх – причина стоит на странице Flink у задания, вкладка Exceptions.',
  expr: 'sum(increase(flink_jobmanager_job_numRestarts[15m]))',
  unit: COUNT,
  none: NO_PROMETHEUS,
  thresholds: steps(IN_TIME, [1, SOON], [3, OVERDUE]),
});

const failed = promStat({
  title: 'Неудачных контрольных точек за 15 минут',
  description: 'Без контрольных точек результаты не становятся видны, а после сбоя придётся считать заново. Проверьте место на диске и хранилище точек.',
  expr: 'sum(increase(flink_jobmanager_job_numberOfFailedCheckpoints[15m]))',
  unit: COUNT,
  none: NO_PROMETHEUS,
  thresholds: steps(IN_TIME, [1, SOON], [3, OVERDUE]),
});

const refused = stat({
  title: 'Не разобрано за час',
  description:
    'Входящие записи, из которых ничего не получилось, без известных безвредных событий. Много сразу – площадка поменяла формат: смотрите причины ниже.',
  sql: `SELECT count() AS refused FROM v_dead_letter WHERE at > now64(3, 'UTC') - INTERVAL 1 HOUR AND NOT ignored`,
  columns: { refused: count('Записей') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, SOON], [100, OVERDUE]),
  none: 'Нет связи с хранилищем',
  list: () => letters,
});

const sources = table({
  title: 'Площадки: когда было последнее сообщение',
  description: 'Строка – площадка реестра. Молчит днём дольше четверти часа – проверьте подключение к ней: ключ, адрес обратного вызова, бота.',
  sql: `
    SELECT
      ${named('platform', PLATFORMS, 'toString(platform)')} AS source,
      pages,
      last_message_at AS last,
      silent_seconds AS silent,
      messages_last_hour AS messages
    FROM v_source_now
    ORDER BY silent DESC`,
  columns: {
    source: text('Площадка'),
    pages: count('Страниц', { width: 90 }),
    last: moment('Последнее', { width: 120 }),
    silent: silentFor('Тишина', '■ неделю и дольше', { width: 130, thresholds: SILENT_STEPS, cell: 'color-text' }),
    messages: count('За час', { width: 90 }),
  },
  none: 'Реестр страниц пуст: загрузите его командой otklik registry import',
});

const rates = promSeries({
  title: 'Прочитано записей в секунду',
  description: 'Сколько каждое задание читает из Kafka. Ноль у всех при растущей очереди – задания стоят.',
  expr: 'sum by (job_name) (rate(flink_taskmanager_job_task_operator_numRecordsIn{operator_name=~"Source.*"}[2m]))',
  legend: '{{job_name}}',
  unit: PER_SECOND,
  none: NO_PROMETHEUS,
});

const lagOverTime = promSeries({
  title: 'Очередь в Kafka по заданиям',
  description: 'Непрочитанные записи. Пила до нуля – норма; ровный рост – задание не успевает: добавьте параллельность или найдите медленный шаг по «Занятости».',
  expr: 'sum by (job_name) (flink_taskmanager_job_task_operator_pendingRecords)',
  legend: '{{job_name}}',
  unit: COUNT,
  none: NO_PROMETHEUS,
});

const watermark = promSeries({
  title: 'Отставание времени событий',
  description:
    'Насколько время событий задания отстаёт от часов. В работе – секунды и минута допуска. Растёт – сроки объявляются с опозданием: замолчал вход без часов или задание не успевает.',
  expr: 'max by (job_name) (time() - (flink_taskmanager_job_task_currentInputWatermark > 0) / 1000)',
  legend: '{{job_name}}',
  unit: DURATION,
  none: NO_PROMETHEUS,
});

const checkpoints = promSeries({
  title: 'Длительность контрольной точки',
  description: 'Сколько длилась последняя точка. Результаты видны только после неё. Дольше интервала – разросшееся состояние или обратное давление.',
  expr: 'max by (job_name) (flink_jobmanager_job_lastCheckpointDuration)',
  legend: '{{job_name}}',
  unit: MILLISECONDS,
  none: NO_PROMETHEUS,
});

const size = promSeries({
  title: 'Размер контрольной точки',
  description: 'Сколько занимает состояние. Ровный рост без конца – состояние не чистится, сообщите разработчику.',
  expr: 'max by (job_name) (flink_jobmanager_job_lastCheckpointFullSize)',
  legend: '{{job_name}}',
  unit: BYTES,
  none: NO_PROMETHEUS,
});

const pressure = promSeries({
  title: 'Обратное давление',
  description:
    'Доля времени, когда самый задержанный шаг задания ждёт следующего; какой – на странице Flink. Около 1 у хранения – ClickHouse не принимает: данные не теряются, задание ждёт; проверьте сервер.',
  expr: 'max by (job_name) (flink_taskmanager_job_task_backPressuredTimeMsPerSecond) / 1000',
  legend: '{{job_name}}',
  unit: SHARE,
  none: NO_PROMETHEUS,
});

const busy = promSeries({
  title: 'Занятость',
  description: 'Доля времени, когда самый занятый шаг задания работает; какой – на странице Flink. Около 1 – узкое место: увеличьте его параллельность.',
  expr: 'max by (job_name) (flink_taskmanager_job_task_busyTimeMsPerSecond) / 1000',
  legend: '{{job_name}}',
  unit: SHARE,
  none: NO_PROMETHEUS,
});

const late = promSeries({
  title: 'Опоздавшие факты',
  description: 'Изменения, что пришли после закрытия своего окна. Они исправляют окно новой версией; много – площадка отдаёт старое, проверьте шлюз.',
  expr: 'sum by (job_name) (rate(flink_taskmanager_job_task_operator_lateChanges[5m]))',
  legend: '{{job_name}}',
  unit: PER_SECOND,
  none: NO_PROMETHEUS,
});

const errors = promSeries({
  title: 'Ошибки отправки',
  description: 'Записи, которые не удалось отправить в Kafka или ClickHouse с первой попытки. Задание повторяет само; ровный поток ошибок – сервер отказывает.',
  expr: 'sum by (job_name) (rate(flink_taskmanager_job_task_operator_numRecordsSendErrors[5m]))',
  legend: '{{job_name}}',
  unit: PER_SECOND,
  none: NO_PROMETHEUS,
});

const heap = promSeries({
  title: 'Память TaskManager',
  description: 'Занятая доля кучи. Держится выше 0,9 – увеличьте taskmanager.memory.task.heap.size.',
  expr: 'max by (tm_id) (flink_taskmanager_Status_JVM_Memory_Heap_Used / flink_taskmanager_Status_JVM_Memory_Heap_Max)',
  legend: '{{tm_id}}',
  unit: SHARE,
  none: NO_PROMETHEUS,
});

const notify = promSeries({
  title: 'Оповещения: отправлено и отказано',
  description: 'Что делает рассылка тревог, по получателям. Растёт refused или given_up – адрес или ключ получателя неверен.',
  expr: 'sum by (recipient, outcome) (rate(otklik_notify_total[5m]))',
  legend: '{{recipient}} · {{outcome}}',
  unit: PER_SECOND,
  none: 'Рассылка не запущена или её числа не собираются (otklik notify --metrics-port)',
});

const reasons = series({
  title: 'Не разобрано, по причинам',
  description: 'Входящие записи без результата. UNKNOWN_THREAD – бот не видит канал и его обсуждение; INVALID_JSON и MISSING_FIELD – площадка поменяла формат.',
  sql: `
    SELECT $__timeInterval(at) AS time, reason, count() AS records
    FROM v_dead_letter
    WHERE $__timeFilter_ms(at) AND NOT ignored
    GROUP BY time, reason
    ORDER BY time`,
  columns: { time: { kind: 'time' }, reason: { kind: 'text' }, records: { kind: 'number' } },
  unit: COUNT,
  bars: true,
  stacked: true,
  interval: '1m',
  none: '✓ За выбранное время всё разобрано',
});

const letters = table({
  title: 'Последние неразобранные записи',
  description: 'Где лежит запись (топик, раздел, место), причина и подробность. Сама запись остаётся в Kafka, её можно повторить после исправления.',
  sql: `
    SELECT at, topic, partition, offset, reason, detail
    FROM v_dead_letter
    WHERE $__timeFilter_ms(at) AND NOT ignored
    ORDER BY at DESC
    LIMIT 100`,
  columns: {
    at: moment('Когда'),
    topic: text('Топик', { width: 130 }),
    partition: { kind: 'number', title: 'Раздел', unit: 'none', width: 70 },
    offset: { kind: 'number', title: 'Место', unit: 'none', width: 100 },
    reason: text('Причина', { width: 170 }),
    detail: text('Подробность', { wrap: true }),
  },
  none: '✓ За выбранное время всё разобрано',
});

export const pipeline = (): Built =>
  page({
    uid: UID.pipeline,
    title: 'Конвейер',
    description: 'Жив ли конвейер: задания, очередь, время событий, контрольные точки, давление, потери. У каждой панели – что делать.',
    from: 'now-1h',
    refresh: '30s',
    variables: [clickHouseSource(), prometheusSource()],
    shelves: [
      { height: 4, panels: [[4, jobsRunning()], [5, lag], [5, restarts], [5, failed], [5, refused]] },
      { height: 8, panels: [[8, sources], [8, rates], [8, lagOverTime]] },
      { height: 8, panels: [[8, watermark], [8, checkpoints], [8, size]] },
      { height: 8, panels: [[8, pressure], [8, busy], [8, heap]] },
      { height: 7, panels: [[8, late], [8, errors], [8, notify]] },
      { height: 9, panels: [[10, reasons], [14, letters]] },
    ],
  });
