# For the checks beside it: a folder to work in, what was started ends with the script, and waiting.
work=$(mktemp -d)
pids=()
end() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

wait_for() { # what it waits for, then the command that succeeds when it is there
  local what=$1
  shift
  for _ in $(seq 600); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.5
  done
  tail -n 50 "$work"/*.log
  echo "never there: $what"
  return 1
}
