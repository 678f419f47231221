#!/bin/sh
# Prints the names of the figures that a running stack shows, each with its labels, from the ports given: those of Flink's
# processes (from 9249 on) and of otklik notify --metrics-port. Figures of Kafka's own clients are left out, as in prometheus.yml,
# and so are labels that name a single run. Run it after otklik demo:
#   sh metrics.sh 9249 9250 9260 > metrics.txt
set -eu
for port; do
  curl -fsS --max-time 60 "http://127.0.0.1:$port/metrics"
done |
  grep -vE '^#|_Kafka(Consumer|Producer)_|_KafkaSourceReader_(KafkaConsumer|topic)' |
  sed -E 's/\{([^}]*)\}.*/ \1/; s/="[^"]*",?/ /g; s/ [-+.0-9eNaInf]+$//; s/ (host|(job|task|task_attempt|operator)_id|task_attempt_num|subtask_index)\>//g; s/ +$//' |
  LC_ALL=C sort -u
