#!/bin/sh
# A sentinel writes what it learns into its configuration, so that is a copy. It begins with the master that the Redis of its
# own pod has been told, and learns the others from it.
set -eu

domain=redis-peers.${POD_NAMESPACE}.svc.cluster.local
me=${POD_NAME}.${domain}
until role=$(timeout 2 redis-cli -h 127.0.0.1 --raw info replication) && [ -n "$role" ]; do sleep 1; done
master=$(printf '%s' "$role" | tr -d '\r' | sed -n 's/^master_host://p')
: "${master:=$me}"

cp /etc/redis/sentinel.conf /run/redis/sentinel.conf
cat >> /run/redis/sentinel.conf <<END
sentinel announce-ip ${me}
sentinel monitor contraflow ${master} 6379 2
sentinel down-after-milliseconds contraflow 5000
sentinel failover-timeout contraflow 30000
END
exec redis-server /run/redis/sentinel.conf --sentinel
