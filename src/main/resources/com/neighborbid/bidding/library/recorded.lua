-- Recorded, watching.

-- nb_recorded: notes how far the auction is recorded in PostgreSQL; never lower than before.
-- KEYS 1..4. ARGV: auction, channel, seq (last recorded bid), head (the log's hash there), n (last recorded event).
-- Answers OK when n rose, else KEPT; MISSING. Publishes R when n rose.
local function nb_recorded(keys, args)
  local id, channel, seq, head, n = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return 'MISSING'
  end
  local risen = tonumber(n) > auction.recordedN
  auction.recorded = math.max(auction.recorded, tonumber(seq))
  auction.recordedN = math.max(auction.recordedN, tonumber(n))
  save_auction(keys, auction)
  if risen then
    announce(channel, table.concat({ 'R', id, seq, n, head }, '|'))
  end
  return risen and 'OK' or 'KEPT'
end

-- nb_presence: one node's count of a room's watchers; it counts for 15 seconds.
-- KEYS 1..4, 5 watching (node -> "count expiresAt", '' -> the sum last told). ARGV: auction, channel, node, count.
-- Answers the sum over all nodes; publishes W when it changed.
local function nb_presence(keys, args)
  local id, channel, node, count = unpack(args)
  local now = redis_millis()
  if tonumber(count) > 0 then
    redis.call('HSET', keys[EXTRA], node, count .. ' ' .. text(now + WATCHING_MILLIS))
  else
    redis.call('HDEL', keys[EXTRA], node)
  end
  local sum, told, entries = 0, '0', redis.call('HGETALL', keys[EXTRA])
  for i = 1, #entries, 2 do
    local watching, expires = string.match(entries[i + 1], '^(%d+) (%d+)$')
    if entries[i] == '' then
      told = entries[i + 1]
    elseif tonumber(expires) > now then
      sum = sum + tonumber(watching)
    else
      redis.call('HDEL', keys[EXTRA], entries[i])
    end
  end
  if text(sum) ~= told then
    redis.call('HSET', keys[EXTRA], '', text(sum))
    announce(channel, table.concat({ 'W', id, text(sum) }, '|'))
  end
  redis.call('PEXPIRE', keys[EXTRA], text(WATCHING_MILLIS * 2))
  return text(sum)
end

redis.register_function('nb_recorded', nb_recorded)
redis.register_function('nb_presence', nb_presence)
