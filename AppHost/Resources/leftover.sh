# A server that outlived a killed host still holds the data; two of them on one folder must never be.
# end_leftover PID NAME SIGNAL: asks the process of that id to stop, if it is of that name, and waits until it has gone.
end_leftover() {
  local pid=$1 name=$2 signal=$3
  [[ $pid =~ ^[0-9]+$ ]] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$name" ] || return 0
  echo "$name of an earlier run is still there (process $pid): stopping it first"
  kill "-$signal" "$pid" 2>/dev/null || return 0
  for _ in {1..100}; do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.2
  done
  kill -KILL "$pid" 2>/dev/null || true
}
