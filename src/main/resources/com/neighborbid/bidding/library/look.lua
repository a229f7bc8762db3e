-- What can be looked up.

-- nb_due: what is to change now in a partition, and what does next. Writes nothing.
-- KEYS 1 closing. ARGV: limit (of what is due). Answers {now, auction, when, ...}, the first one first; the last one is not
-- due yet, where there is such a one.
local function nb_due(keys, args)
  local now = text(redis_millis())
  local answer = redis.call('ZRANGE', keys[1], '-inf', now, 'BYSCORE', 'LIMIT', 0, args[1], 'WITHSCORES')
  local coming = redis.call('ZRANGE', keys[1], '(' .. now, '+inf', 'BYSCORE', 'LIMIT', 0, 1, 'WITHSCORES')
  table.insert(answer, 1, now)
  answer[#answer + 1], answer[#answer + 2] = coming[1], coming[2]
  return answer
end

-- nb_snapshot: an auction as it stands now, with one member's own paddle. Writes nothing.
-- KEYS 1..4. ARGV: auction, member ('' for none).
-- Answers {'OK', now, epoch, state, seq, price, leader, next, endsAt, reserveMet ('' without a reserve), outcome, paddle,
-- limit, max, leading, recorded, opensAt, n, leaderMember, recovering}; {'MISSING'}. Absent values are ''. An auction due
-- to open shows OPEN; one past its end shows OPEN until it is closed.
local function nb_snapshot(keys, args)
  local _, member = unpack(args)
  local auction, entry = load_auction(keys, paddle_field(member))
  if not auction then
    return { 'MISSING' }
  end
  untouched(auction)
  local now = auction_clock(auction)
  local own = paddle_of(member, entry)
  if own and not own.limit then
    own = nil
  end
  return {
    'OK', text(now), text(auction.epoch), due_to_open(auction, now) and 'OPEN' or auction.state, text(auction.seq),
    text(auction.price), auction.leader, next_text(auction), text(auction.endsAt), reserve_met(auction),
    auction.outcome, own and own.number or '', own and text(own.limit) or '', own and text_or(own.max, '') or '',
    own and flag(leads(auction, own)) or '', text(auction.recorded), text(auction.opensAt), text(auction.n),
    auction.leaderMember, flag(recovering(auction, now)),
  }
end

-- nb_log: the shown bids after a seq, for resume. Writes nothing.
-- KEYS 1..4. ARGV: auction, since (seq), limit (of items, from 1).
-- Answers {epoch, seq, 'seq,amount,paddle,proxy,at'...} rising from since + 1; {'GAP'} when the log does not reach back
-- that far or the auction never came so far; {'MISSING'}.
local function nb_log(keys, args)
  local since, limit = tonumber(args[2]), args[3]
  local auction = load_auction(keys)
  if not auction then
    return { 'MISSING' }
  elseif since > auction.seq then
    return { 'GAP' }
  end
  local answer = { text(auction.epoch), text(auction.seq) }
  if since == auction.seq then
    return answer
  end
  local first = text(since + 1) .. '-1'
  local entries = redis.call('XRANGE', keys[LOG], first, '+', 'COUNT', limit)
  if #entries == 0 or entries[1][1] ~= first then
    return { 'GAP' }
  end
  for _, entry in ipairs(entries) do
    answer[#answer + 1] = entry[2][2]
  end
  return answer
end

redis.register_function({ function_name = 'nb_due', callback = nb_due, flags = { 'no-writes' } })
redis.register_function({ function_name = 'nb_snapshot', callback = nb_snapshot, flags = { 'no-writes' } })
redis.register_function({ function_name = 'nb_log', callback = nb_log, flags = { 'no-writes' } })
