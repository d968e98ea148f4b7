#!/usr/bin/env bash
# Runs the platform's own RabbitMQ in the foreground, with its data in the current folder and everything on loopback.
# Usage: rabbitmq.sh PORT NODES_PORT EPMD_PORT, the password in RABBITMQ_PASSWORD.
set -euo pipefail
port=$1 nodes_port=$2 epmd_port=$3
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/leftover.sh"

server=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x "$server" ] || server=$(command -v rabbitmq-server) || { echo "RabbitMQ is not installed."; exit 1; }

end_leftover "$(cat "mnesia/platform@localhost.pid" 2>/dev/null || true)" beam.smp TERM
end_leftover "$(cat epmd.pid 2>/dev/null || true)" epmd TERM

umask 077
cat >rabbitmq.conf <<END
listeners.tcp.1 = 127.0.0.1:$port
default_user = platform
default_pass = $RABBITMQ_PASSWORD
log.console = true
log.console.level = warning
log.file = false
END
unset RABBITMQ_PASSWORD
echo '[].' >enabled_plugins

# Erlang nodes find each other through epmd. One of our own: another checkout's broker, or the machine's, has the same
# node name and must not be met. It goes when the broker goes, whichever way that is.
setpriv --pdeathsig TERM -- epmd -port "$epmd_port" -address 127.0.0.1 >/dev/null 2>&1 &
echo $! >epmd.pid
for _ in {1..100}; do
  (: <"/dev/tcp/127.0.0.1/$epmd_port") 2>/dev/null && break
  sleep 0.05
done

export HOME=$here
export RABBITMQ_BASE=$here RABBITMQ_MNESIA_BASE=$here/mnesia RABBITMQ_LOG_BASE=$here/log
export RABBITMQ_CONFIG_FILE=$here/rabbitmq.conf RABBITMQ_ADVANCED_CONFIG_FILE=$here/advanced.config RABBITMQ_CONF_ENV_FILE=$here/rabbitmq-env.conf
export RABBITMQ_ENABLED_PLUGINS_FILE=$here/enabled_plugins
export RABBITMQ_NODENAME=platform@localhost RABBITMQ_DIST_PORT=$nodes_port
export RABBITMQ_LOG=warning
export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$epmd_port
# No busy waiting: the broker shares a developer's machine with everything else.
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none"
# Makes the script become the broker, as under systemd, so that signals and the process id are the broker's own.
export RUNNING_UNDER_SYSTEMD=true
exec "$server"
