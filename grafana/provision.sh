#!/bin/sh
# Puts what Grafana reads at its start into the folder $1: everything of provisioning/, and of contact-points/
# the ways that the environment configures. Without any, alerts stand in Grafana and are sent to nobody.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
target=$1
rm -rf "$target"
mkdir -p "$target"
cp -R "$here/provisioning/." "$target/"

way() { # name, the variables that it needs
  name=$1
  shift
  for variable; do
    eval "[ -n \"\${$variable:-}\" ]" || return 0
  done
  cp "$here/contact-points/$name.json" "$target/alerting/contact-$name.json"
  ways=$((ways + 1))
}

ways=0
way email OTKLIK_ALERT_EMAIL
way telegram OTKLIK_TELEGRAM_TOKEN OTKLIK_TELEGRAM_CHAT
# Grafana makes a number of what looks like one in its environment, and refuses a chat that is a number: it is written
# in here, in the quotes of the file.
if [ -f "$target/alerting/contact-telegram.json" ]; then
  case $OTKLIK_TELEGRAM_CHAT in
    *[!A-Za-z0-9_@-]*)
      echo "OTKLIK_TELEGRAM_CHAT is neither the number of a chat nor @name." >&2
      exit 1
      ;;
  esac
  sed "s/[$]{OTKLIK_TELEGRAM_CHAT}/$OTKLIK_TELEGRAM_CHAT/" "$here/contact-points/telegram.json" > "$target/alerting/contact-telegram.json"
fi
way webhook OTKLIK_ALERT_WEBHOOK
# The policies name the contact point: without a way there is none, and Grafana would refuse them.
if [ "$ways" -eq 0 ]; then
  rm "$target/alerting/policies.json"
  echo "No way of alerting is configured: set OTKLIK_ALERT_EMAIL, OTKLIK_TELEGRAM_TOKEN and OTKLIK_TELEGRAM_CHAT, or OTKLIK_ALERT_WEBHOOK." >&2
fi
