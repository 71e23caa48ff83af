#!/bin/bash
# Installs Rotunda as systemd services, or brings an installation up to the version of this folder: docs/systemd.md.
set -Eeuo pipefail
trap 'echo "install.sh: line $LINENO failed; after the cause is mended, run it again" >&2' ERR

USAGE="usage: install.sh [OPTION…], as root, from a clone or from a folder that --package made

  --nats URL        your nats-server, instead of rotunda-nats.service
  --postgres FILE   a file with the URL of your Postgres 18, as the owner of its database, who may make roles;
                    instead of rotunda-postgres.service
  --house N         workers of the House (1 on the first installation; then as before)
  --senate N        workers of the Senate (the same)
  --log-files       logs in /var/log/rotunda, rotated by logrotate, instead of the journal
  --no-start        start nothing
  --package DIR     only put all that is installed into the new folder DIR, for machines of this kind without network"

HERE=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
SOURCE=$(readlink -f "$HERE/../..")
PROGRAM=/opt/rotunda
CONFIG=/etc/rotunda
SECRETS=$CONFIG/secrets
UNITS=/usr/local/lib/systemd/system
WANTS=/etc/systemd/system/rotunda.target.wants
OLDEST_SYSTEMD=250

die() {
  echo "install.sh: $1" >&2
  exit "${2:-1}"
}
say() { echo "$*" >&2; }

nats='' postgres='' house='' senate='' log_files='' start=yes package=''
while [ $# -gt 0 ]; do
  case $1 in
  --nats | --postgres | --house | --senate | --package)
    [ $# -gt 1 ] || die "$1 needs a value
$USAGE" 2
    name=${1#--}
    declare "$name=$2"
    shift 2
    ;;
  --log-files) log_files=yes && shift ;;
  --no-start) start='' && shift ;;
  -h | --help) echo "$USAGE" && exit ;;
  *) die "there is no option $1
$USAGE" 2 ;;
  esac
done
[[ "$house$senate" =~ ^[0-9]*$ && ${#house} -le 2 && ${#senate} -le 2 ]] ||
  die "--house and --senate are numbers of workers, at most 99" 2
case $nats in *://*@*) die "no password in --nats: it would be in the list of processes. See docs/systemd.md." 2 ;; esac

# systemd looks for programs here, not in the PATH of a shell.
find_program() { PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin command -v "$1"; }

check_node() {
  local node
  node=$(find_program node) || die "needs Node.js 20.19 or newer in /usr/bin or /usr/local/bin"
  "$node" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    die "needs Node.js 20.19 or newer; $node is $("$node" --version)"
}

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
is_active() { systemctl is-active --quiet "$1"; }

# Whether NATS or Postgres is ours: unless an option of this or of an earlier installation says otherwise.
uses_own() {
  case $1 in
  nats)
    [ -z "$nats" ] || return 1
    if [ -e "$WANTS/rotunda-gateway.service" ]; then [ -e "$WANTS/rotunda-nats.service" ]; else
      [ ! -e "$CONFIG/rotunda.env" ] || grep -q '^NATS_URL=nats://127.0.0.1:4222$' "$CONFIG/rotunda.env"
    fi
    ;;
  postgres) [ -z "$postgres" ] && { [ ! -e "$SECRETS/database-url" ] || [ -e "$SECRETS/postgres-password" ]; } ;;
  esac
}

check_machine() {
  [ "$(id -u)" = 0 ] || die "run it as root"
  [ -d /run/systemd/system ] || die "systemd does not run this machine"
  local version
  version=$(systemctl --version | sed -n 's/^systemd \([0-9]*\).*/\1/p')
  [ "$version" -ge "$OLDEST_SYSTEMD" ] || die "needs systemd $OLDEST_SYSTEMD or newer; this is $version"
  if uses_own nats; then
    find_program nats-server >/dev/null || die "needs nats-server (apt install nats-server), or --nats URL"
    is_active rotunda-nats || ! is_taken 4222 ||
      die "port 4222 is taken: end that server (systemctl disable --now nats-server), or use it (--nats nats://127.0.0.1:4222)"
  fi
  if [ -n "$postgres" ]; then
    [ -r "$postgres" ] || die "--postgres: there is no file $postgres with the URL of your Postgres" 2
    grep -Eq '^postgres(ql)?://[^:/@]+:[^@]+@[^/]+/.+' "$postgres" ||
      die "$postgres has no URL of the form postgres://OWNER:PASSWORD@HOST:PORT/DATABASE" 2
  elif uses_own postgres && ! is_active rotunda-postgres && is_taken 5418; then
    die "port 5418, of rotunda-postgres.service, is taken"
  fi
}

is_built() { [ ! -e "$SOURCE/tsconfig.build.json" ]; }

# All that runs: built in a folder of its own, because a clone may belong to somebody else.
make_program() { # FOLDER
  mkdir "$1"
  if is_built; then
    cp -a "$SOURCE/." "$1"
  else
    cp -R "$SOURCE"/{package.json,package-lock.json,.npmrc,tsconfig.json,tsconfig.build.json,libs,apps,data,deploy,docs} \
      "$SOURCE"/{.env.example,LICENSE} "$1"
    say "Installing the dependencies and building …"
    (
      cd "$1"
      npm ci --no-audit --no-fund --loglevel=error
      npm run --silent build
      npm prune --omit=dev --no-audit --no-fund --loglevel=error
      rm -r tsconfig.json tsconfig.build.json libs apps dist/apps/stand-ins
      chmod +x dist/apps/cli/src/main.js
    )
  fi
  chown -R root:root "$1"
  # Each service runs as a user of its own.
  chmod -R u=rwX,go=rX "$1"
}

install_program() {
  systemd-sysusers "$PROGRAM.new/deploy/systemd/sysusers.conf"
  running=$(systemctl list-units --plain --no-legend --state=active,activating 'rotunda-*@*.service' | cut -d' ' -f1)
  systemctl stop 'rotunda*'
  rm -rf "$PROGRAM.old"
  [ ! -e "$PROGRAM" ] || mv "$PROGRAM" "$PROGRAM.old"
  mv "$PROGRAM.new" "$PROGRAM"
  rm -rf "$PROGRAM.old"
  ln -sfn "$PROGRAM/dist/apps/cli/src/main.js" /usr/local/bin/rotunda
  mkdir -p "$UNITS"
  rm -rf "$UNITS"/rotunda*
  cp -R "$PROGRAM"/deploy/systemd/units/. "$UNITS"
  systemctl daemon-reload
}

make_settings() {
  local file
  install -d -m 0755 "$CONFIG"
  for file in "$PROGRAM"/deploy/systemd/settings/*.env "$PROGRAM/deploy/systemd/nats.conf"; do
    [ -e "$CONFIG/$(basename "$file")" ] || install -m 0600 "$file" "$CONFIG"
  done
  if [ -n "$nats" ]; then
    sed -i "s|^NATS_URL=.*|NATS_URL=$nats|; /^NATS_STORE_DIR=/d" "$CONFIG/rotunda.env"
  elif ! grep -q '^NATS_STORE_DIR=' "$CONFIG/rotunda.env" && uses_own nats; then
    echo 'NATS_STORE_DIR=/var/lib/rotunda/nats' >>"$CONFIG/rotunda.env"
  fi
  if [ -n "$log_files" ]; then
    install -d -m 0750 /var/log/rotunda
    install -D -m 0644 "$PROGRAM/deploy/systemd/log-files/90-log-files.conf" -t /etc/systemd/system/rotunda-.service.d
    install -D -m 0644 "$PROGRAM/deploy/systemd/log-files/logrotate.conf" /etc/logrotate.d/rotunda
  fi
}

password() { head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

# Half a password would lock everybody out for good: all or nothing. Not if it is there. A function's arguments, and those of
# printf, are in no list of processes.
secret() { # NAME VALUE
  [ ! -e "$SECRETS/$1" ] || return 0
  printf '%s\n' "$2" >"$SECRETS/$1.new"
  mv "$SECRETS/$1.new" "$SECRETS/$1"
}

make_secrets() {
  local role url
  umask 077
  mkdir -p "$SECRETS"
  rotunda secrets make "$SECRETS" >/dev/null
  if [ -n "$postgres" ]; then
    # Another database: then also other roles.
    cmp -s "$postgres" "$SECRETS/database-url" || rm -f "$SECRETS"/database-*url "$SECRETS/postgres-password"
    secret database-url "$(<"$postgres")"
  elif [ ! -e "$SECRETS/database-url" ]; then
    secret postgres-password "$(password)"
    secret database-url "postgres://rotunda:$(<"$SECRETS/postgres-password")@127.0.0.1:5418/rotunda"
  fi
  for role in write gateway read; do
    url=$(<"$SECRETS/database-url")
    secret "database-$role-url" "${url%%://*}://rotunda_$role:$(password)@${url##*@}"
  done
  umask 022
}

enable_workers() { # CHAMBER NUMBER
  local number=$2 unit
  if [ -z "$number" ]; then
    ! compgen -G "$WANTS/rotunda-$1@*" >/dev/null || return 0
    number=1
  fi
  for unit in $(compgen -G "$WANTS/rotunda-$1@*"); do systemctl disable --quiet "$(basename "$unit")"; done
  for ((i = 1; i <= number; i++)); do systemctl enable --quiet "rotunda-$1@$i"; done
}

enable_units() {
  local server
  # The gateway last: with it this is an earlier installation.
  for server in nats postgres; do
    if uses_own $server; then systemctl enable --quiet rotunda-$server; else systemctl disable --quiet rotunda-$server; fi
  done
  enable_workers house "$house"
  enable_workers senate "$senate"
  systemctl enable --quiet rotunda.target rotunda-setup rotunda-scheduler rotunda-gateway
}

start_units() {
  # The target waits for its services; those that ran without being enabled come after it.
  systemctl start rotunda.target
  # shellcheck disable=SC2086
  [ -n "$house$senate" ] || [ -z "$running" ] || systemctl start $running
  local failed
  failed=$(systemctl list-units --plain --no-legend --state=failed,auto-restart 'rotunda-*' | cut -d' ' -f1)
  [ -z "$failed" ] || die "these did not start: ${failed//$'\n'/ }; see journalctl -u NAME"
}

if [ -n "$package" ]; then
  check_node
  [ ! -e "$package" ] || die "$package is there already" 2
  make_program "$package"
  say "The package is in $package; run $package/deploy/systemd/install.sh on the other machine."
  exit
fi

check_machine
check_node
rm -rf "$PROGRAM.new"
make_program "$PROGRAM.new"
install_program
make_settings
make_secrets
enable_units
[ -z "$start" ] || start_units

cat <<END
Rotunda $(rotunda --version 2>/dev/null || true) is installed.
  settings   $CONFIG/rotunda.env, gateway.env; then: systemctl reload rotunda.target
  secrets    $SECRETS; the admin's key: /var/lib/rotunda-setup/admin-key
  data       /var/lib/rotunda
  programs   $PROGRAM, $UNITS/rotunda*
Next:
  export ROTUNDA_KEY_FILE=/var/lib/rotunda-setup/admin-key
  systemctl list-units 'rotunda*'; rotunda workers; journalctl -fu 'rotunda-*'
END
grep -q '^ROTUNDA_ACCEPT_TERMS=' "$CONFIG/rotunda.env" ||
  echo "  The Senate's reports are not fetched before you accept its terms: ROTUNDA_ACCEPT_TERMS in rotunda.env."
