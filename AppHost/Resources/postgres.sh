#!/usr/bin/env bash
# Runs the platform's own PostgreSQL in the foreground, with its data in the current folder.
# Usage: postgres.sh PORT, the password in POSTGRES_PASSWORD.
set -euo pipefail
port=$1
password=$POSTGRES_PASSWORD
unset POSTGRES_PASSWORD
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/leftover.sh"

# The version that made the data, else the newest one installed.
version=$(cat data/PG_VERSION 2>/dev/null || true)
programs=$(ls -d /usr/lib/postgresql/${version:-*}/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$programs" ]; then
  programs=$(dirname "$(command -v postgres || true)")
  [ -x "$programs/postgres" ] || { echo "PostgreSQL ${version:-} is not installed."; exit 1; }
fi

# PostgreSQL does not run as root. Its user need not be able to reach the folder by its path (a checkout below /root):
# the folder is opened here and handed on as a file descriptor. The parent-death signal survives the change of user.
as_user=()
if [ "$(id -u)" = 0 ]; then
  as_user=(setpriv --pdeathsig keep --reuid=postgres --regid=postgres --init-groups --)
fi

if [ ! -d data ]; then
  # Made aside and moved into place, so that a start that was cut off leaves no half of a cluster.
  rm -rf data.new
  mkdir -m 700 data.new
  [ ${#as_user[@]} = 0 ] || chown postgres:postgres data.new
  echo "making the database cluster"
  (
    exec 9<data.new
    cd /
    "${as_user[@]}" "$programs/initdb" -D /proc/self/fd/9 --username=platform --auth-host=scram-sha-256 --auth-local=reject \
      --encoding=UTF8 --locale=C.UTF-8 --no-instructions >/dev/null
  )
  mv data.new data
fi

if [ -e data/postmaster.pid ]; then
  pid=$(head -n 1 data/postmaster.pid)
  # The id of a postmaster that crashed may be anybody's by now: only one that works in this folder is ours.
  if [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$here/data" ]; then
    end_leftover "$pid" postgres INT
  fi
  rm -f data/postmaster.pid
fi

exec 9<data
cd /
# The password in secrets.json is the one that counts, also when that file was made anew.
"${as_user[@]}" "$programs/postgres" --single -D /proc/self/fd/9 -c log_checkpoints=off postgres >/dev/null \
  <<<"ALTER ROLE platform PASSWORD '${password//\'/\'\'}'"
exec "${as_user[@]}" "$programs/postgres" -D /proc/self/fd/9 -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c max_connections=300 -c log_checkpoints=off
