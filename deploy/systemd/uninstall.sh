#!/bin/bash
# Removes what install.sh installed. Data, settings and secrets stay; with --purge-data they go too.
set -euo pipefail

case ${1-} in
'') purge='' ;;
--purge-data) purge=yes ;;
*) echo "usage: uninstall.sh [--purge-data]" >&2 && exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { echo "uninstall.sh: run it as root" >&2 && exit 1; }

systemctl stop 'rotunda*'
for unit in /etc/systemd/system/rotunda.target.wants/* /etc/systemd/system/multi-user.target.wants/rotunda.target; do
  [ ! -L "$unit" ] || systemctl disable --quiet "$(basename "$unit")"
done
rm -rf /usr/local/lib/systemd/system/rotunda* /opt/rotunda /opt/rotunda.new /opt/rotunda.old
rm -f /usr/local/bin/rotunda /etc/logrotate.d/rotunda /etc/systemd/system/rotunda-.service.d/90-log-files.conf
systemctl daemon-reload
systemctl reset-failed 'rotunda*' 2>/dev/null || true

if [ -n "$purge" ]; then
  rm -rf /etc/rotunda /var/lib/rotunda /var/lib/private/rotunda-setup /var/lib/rotunda-setup /var/log/rotunda
  for user in rotunda-nats rotunda-postgres; do ! id -u "$user" >/dev/null 2>&1 || userdel "$user"; done
  echo "Rotunda is gone, with its data."
else
  echo "Rotunda is gone. Its data stay in /var/lib/rotunda, its settings and secrets in /etc/rotunda; install.sh takes"
  echo "them up again, and uninstall.sh --purge-data removes them."
fi
