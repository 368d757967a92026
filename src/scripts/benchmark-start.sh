#!/usr/bin/env bash
# Seconds from `./mvnw spring-boot:run` to ready: on an empty data folder, and on the second start in the same folder.
# Usage: src/scripts/benchmark-start.sh [rounds]   (3 unless told; needs bash 5 and curl)
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-3}
longest_start=300
work=$(mktemp -d "${TMPDIR:-/tmp}/ungpho-benchmark.XXXXXX")
run=

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

stop() {
  [ -n "$run" ] || return 0
  kill -TERM "$run" 2>/dev/null || true
  wait "$run" 2>/dev/null || true
  # Maven ends before the application that it started: nobody answers, and the data folder is free again.
  while curl -s -o /dev/null "http://127.0.0.1:$port/" || [ -e "$data/postgres/postmaster.pid" ]; do sleep 0.2; done
  run=
}

clean_up() {
  stop
  rm -rf "$work"
}
trap clean_up EXIT

# Sets `seconds`.
start() {
  port=$(free_port)
  local begin=$EPOCHREALTIME
  UNGPHO_PORT=$port ./mvnw -B spring-boot:run "-Dspring-boot.run.arguments=--ungpho.data-dir=$data" >"$work/log" 2>&1 &
  run=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; do
    if ! kill -0 "$run" 2>/dev/null || [ $((${EPOCHREALTIME%.*} - ${begin%.*})) -gt "$longest_start" ]; then
      tail -40 "$work/log" >&2
      exit 1
    fi
    sleep 0.1
  done
  seconds=$(awk -v from="$begin" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }')
}

median() {
  sort -n | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

# Dependencies and classes are there before the clock runs.
./mvnw -q -B test-compile

printf '%-8s %12s %12s\n' round 'empty folder' 'second start'
for round in $(seq "$rounds"); do
  data=$work/data-$round
  start; first=$seconds; stop
  start; second=$seconds; stop
  echo "$first" >>"$work/first"
  echo "$second" >>"$work/second"
  printf '%-8s %12s %12s\n' "$round" "$first" "$second"
done
printf '%-8s %12s %12s\n' median "$(median <"$work/first")" "$(median <"$work/second")"
