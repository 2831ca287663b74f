#!/bin/sh
# Who is the master is asked of the sentinels. Where none knows (the first start, or all were away) it is redis-0.
set -eu

domain=redis-peers.${POD_NAMESPACE}.svc.cluster.local
me=${POD_NAME}.${domain}
master=
for peer in redis-0 redis-1 redis-2; do
  # A peer that is away is not waited for by all of the kernel's patience.
  said=$(timeout 2 redis-cli -h "${peer}.${domain}" -p 26379 --raw sentinel get-master-addr-by-name contraflow 2>/dev/null | head -n 1) || said=
  case "$said" in *."$domain") master=$said && break ;; esac
done
: "${master:=redis-0.${domain}}"

set -- /etc/redis/redis.conf --replica-announce-ip "$me"
if [ "$master" != "$me" ]; then set -- "$@" --replicaof "$master" 6379; fi
exec redis-server "$@"
