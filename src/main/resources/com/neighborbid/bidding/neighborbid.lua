#!lua name=neighborbid

-- The bidding decision: everything that happens to one auction happens here, in one atomic step and by Redis's clock.
-- The rules are those of "How a bid is decided" in the public contract; numbers in comments name them. One file, since
-- Redis takes a library as one text; its sections: texts and numbers, an auction's state, events, paddles and refs, the
-- rules of a bid, then the functions: paddles, life cycle, look-ups, recorded and watching, recovery.
--
-- A state names the server that wrote it (home). One that another server wrote, in a replica that was promoted or a slot
-- that moved, may lack decisions that were acknowledged: it counts as missing, and is built anew under a higher epoch.
--
-- Keys, the same order in every function, all in one slot:
--   1 state    hash    the auction as it stands, so laid out that a bid reads it in one step and writes it in one:
--        moving              MOVING below, parted by |; an empty text is "none"
--        terms               TERMS below, likewise
--        p:<member>          "paddle limit max version decisions"; limit "-" is a paddle given back, max "-" is none yet
--        r:<member>|<ref>    "kind value answer seq leading", of a member's last 256 decisions
--        s:<member>|<slot>   the ref of the decision that took this slot of those 256
--   2 log      stream  the shown bids for resume, id <seq>-1, field b = "seq,amount,paddle,proxy,at"; about logLength long
--   3 outbox   stream  every event of the partition, field e, until it is recorded; field t the trace of a bid that has one
--   4 closing  zset    auction -> when it opens (SCHEDULED) or ends (OPEN)
--   5          the reinstated events (nb_install, nb_reinstate) or the watching counts (nb_presence)
--
-- Events, one text each, in the outbox and on the channel; the last field may hold any character. n counts them, per
-- auction, from 1 and without a hole:
--   B|auction|epoch|n|at|member|paddle|kind|value|leader|leaderMember|leaderMax|price|seq|endsAt|next|reserveMet|bids|ref
--     kind A (amount) or M (max); leader to reserveMet as they are after it; bids "seq,amount,paddle,proxy;..."
--   S|auction|epoch|n|at|state|endsAt|reason
--   C|auction|epoch|n|at|outcome|seq|price|paddle|member|reason
-- On the channel only: R|auction|seq|n|head, W|auction|count, E|auction|epoch|seq.
--
-- Numbers arrive and leave as decimal text. A double holds every integer up to 2^53 - 1 exactly, and text(x) writes it
-- exactly. The outbox is appended first: Lua has no rollback, and the state is what an event can bring back.

local STATE, LOG, OUTBOX, CLOSING, EXTRA = 1, 2, 3, 4, 5
local AMOUNT, MAXIMUM = 'A', 'M'
local REFS_KNOWN = 256
local LOG_LENGTH = 5000
local REINSTATED_MILLIS = 600000
local WATCHING_MILLIS = 15000
local JUDGED_MILLIS = 1000
local INCREMENT_TABLES_KEPT = 1000
local AUCTIONS_KEPT = 4096

local REFUSAL = {
  TOO_LOW = 'TOO_LOW',
  OVER_LIMIT = 'OVER_LIMIT',
  ALREADY_LEADING = 'ALREADY_LEADING',
  NO_PADDLE = 'NO_PADDLE',
  NOT_OPEN = 'NOT_OPEN',
  PAUSED = 'PAUSED',
  CLOSED = 'CLOSED',
  REF_REUSED = 'REF_REUSED',
  UNAVAILABLE = 'UNAVAILABLE',
}

local MOVING = {
  'state', 'epoch', 'n', 'clock', 'endsAt', 'price', 'seq', 'leader', 'leaderMember', 'leaderMax', 'outcome', 'recorded',
  'recordedN', 'recoverUntil', 'pausedAt',
}
local TERMS = {
  'opensAt', 'firstEndsAt', 'softClose', 'softCap', 'start', 'reserve', 'increments', 'logLength', 'home',
}
local TEXTS = { state = true, increments = true, leader = true, leaderMember = true, outcome = true, home = true }

-- ------------------------------------------------------------------------------------------------ texts and numbers

-- %d is a third of the price of %.0f, and exact for every integer that a double holds exactly.
local function text(number)
  return string.format('%d', number)
end

-- The exact sum of two integers below 2^53 as text, also where the sum itself is past 2^53.
local function sum_text(a, b)
  local base = 1000000000
  local low = a % base + b % base
  local high = math.floor(a / base) + math.floor(b / base) + math.floor(low / base)
  if high == 0 then
    return text(low)
  end
  return string.format('%.0f%09.0f', high, low % base)
end

local function number_or_none(value)
  if not value or value == '' or value == '-' then
    return nil
  end
  return tonumber(value)
end

local function text_or(value, none)
  if value == nil then
    return none
  end
  if type(value) == 'number' then
    return text(value)
  end
  return value
end

local function flag(condition)
  return condition and '1' or '0'
end

-- The first `count` fields of an event; the last of them is all the rest.
local function split(event, count)
  local fields, from = {}, 1
  for i = 1, count - 1 do
    local bar = string.find(event, '|', from, true)
    fields[i] = string.sub(event, from, bar - 1)
    from = bar + 1
  end
  fields[count] = string.sub(event, from)
  return fields
end

-- Redis's time in milliseconds; TIME is called once in each function, here.
local function redis_millis()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- ------------------------------------------------------------------------------------------------------------ the server

-- What this server is, kept for a second: a server that is demoted and promoted again is away for longer. Its name is
-- "node replication": its id in a cluster, '-' elsewhere, which a restart keeps, and the id of its history, which a
-- restart changes. It was promoted if its history has another one before it.
local this = { judged_at = 0 }

local function look_at_server(now)
  if now - this.judged_at < JUDGED_MILLIS and now >= this.judged_at then
    return
  end
  local node = redis.pcall('CLUSTER', 'MYID')
  local info = redis.call('INFO', 'replication')
  this.node = type(node) == 'string' and node or '-'
  this.name = this.node .. ' ' .. string.match(info, 'master_replid:(%x+)')
  this.promoted = string.find(string.match(info, 'master_replid2:(%x+)'), '[^0]') ~= nil
  this.judged_at = now
end

-- Whether this server wrote a state with this home: itself, or before a restart with its disk.
local function is_home(home, now)
  look_at_server(now)
  return home == this.name or (home ~= nil and not this.promoted and string.match(home, '^%S+') == this.node)
end

-- ---------------------------------------------------------------------------------------------------- an auction's state

local function read_fields(auction, names, value)
  local from = 1
  for _, name in ipairs(names) do
    local bar = string.find(value, '|', from, true)
    local field = string.sub(value, from, bar and bar - 1)
    if TEXTS[name] then
      auction[name] = field
    else
      auction[name] = tonumber(field) -- nil for none
    end
    from = bar and bar + 1
  end
end

-- One format for all is a fraction of the price of a text for each.
local function moving_text(auction)
  return string.format('%s|%d|%d|%d|%d|%d|%d|%s|%s|%s|%s|%d|%d|%s|%s', auction.state, auction.epoch, auction.n,
    auction.clock, auction.endsAt, auction.price, auction.seq, auction.leader, auction.leaderMember,
    text_or(auction.leaderMax, ''), auction.outcome, auction.recorded, auction.recordedN,
    text_or(auction.recoverUntil, ''), text_or(auction.pausedAt, ''))
end

local function terms_text(auction)
  local fields = {}
  for i, name in ipairs(TERMS) do
    fields[i] = text_or(auction[name], '')
  end
  return table.concat(fields, '|')
end

-- The auctions that were read or written last, by their key. One is good for as long as the texts that Redis has are those
-- that it stands for: equal texts are the same object in Lua, so that this costs nothing. `moving` is taken from it before
-- anything else in it changes, so that a call that ends with an error leaves nothing behind that is believed.
local seen = { count = 0, by_key = {} }

local function see(key, moving, terms)
  local auction = seen.by_key[key]
  if auction and auction.moving == moving and auction.terms == terms then
    return auction
  end
  if not auction then
    if seen.count >= AUCTIONS_KEPT then
      seen = { count = 0, by_key = {} }
    end
    seen.count = seen.count + 1
  end
  auction = { terms = terms }
  read_fields(auction, MOVING, moving)
  read_fields(auction, TERMS, terms)
  seen.by_key[key] = auction
  return auction
end

-- The auction, or nil, and what further fields of its state hold (false for none).
local function load_auction(keys, ...)
  local found = redis.call('HMGET', keys[STATE], 'moving', 'terms', ...)
  local moving, terms = found[1], found[2]
  if not moving then
    return nil
  end
  local auction = see(keys[STATE], moving, terms)
  auction.now, auction.stands, auction.moving = redis_millis(), moving, nil
  if not is_home(auction.home, auction.now) then
    return nil
  end
  return auction, found[3], found[4]
end

-- The auction was read, and is as it was.
local function untouched(auction)
  auction.moving = auction.stands
end

-- Writes the auction, and further fields of its state with it.
local function save_auction(keys, auction, ...)
  auction.stands = moving_text(auction)
  redis.call('HSET', keys[STATE], 'moving', auction.stands, ...)
  untouched(auction)
end

local function save_with_terms(keys, auction)
  auction.terms = terms_text(auction)
  save_auction(keys, auction, 'terms', auction.terms)
end

-- The auction's own clock: Redis's, except that it never runs back.
local function auction_clock(auction)
  return math.max(auction.now, auction.clock)
end

local function recovering(auction, now)
  return auction.recoverUntil ~= nil and now < auction.recoverUntil
end

local function due_to_open(auction, now)
  return auction.state == 'SCHEDULED' and auction.opensAt <= now
end

local function past_end(auction, now)
  return auction.state == 'OPEN' and auction.endsAt <= now
end

-- When the auction changes by itself, or nil.
local function next_transition(auction)
  if auction.state == 'SCHEDULED' then
    return auction.opensAt
  elseif auction.state == 'OPEN' then
    return auction.endsAt
  end
  return nil
end

local function schedule(keys, auction, id)
  local transition = next_transition(auction)
  if transition then
    redis.call('ZADD', keys[CLOSING], text(transition), id)
  else
    redis.call('ZREM', keys[CLOSING], id)
  end
end

-- '1' or '0', '' without a reserve (6: not met while the leader's maximum is below it).
local function reserve_met(auction)
  if not auction.reserve then
    return ''
  end
  return flag(auction.leaderMax ~= nil and auction.leaderMax >= auction.reserve)
end

-- The bands of "from:increment,..." (rising), kept by their text, which says all about them.
local tables = { count = 0, by_text = {} }

local function increment_table(increments)
  local bands = tables.by_text[increments]
  if not bands then
    bands = {}
    for from, step in string.gmatch(increments, '(%d+):(%d+)') do
      bands[#bands + 1] = { from = tonumber(from), step = tonumber(step) }
    end
    if tables.count >= INCREMENT_TABLES_KEPT then
      tables = { count = 0, by_text = {} }
    end
    tables.count, tables.by_text[increments] = tables.count + 1, bands
  end
  return bands
end

-- The increment of a price's band; below the first band it is the first one's.
local function increment(auction, price)
  local bands = increment_table(auction.increments)
  local found = bands[1]
  for i = 2, #bands do
    if bands[i].from > price then
      break
    end
    found = bands[i]
  end
  return found.step
end

-- The least that anybody but the leader may bid: exact below 2^53, and past it still above every possible bid.
local function next_bid(auction)
  if auction.seq == 0 then
    return auction.start
  end
  return auction.price + increment(auction, auction.price)
end

local function next_text(auction)
  if auction.seq == 0 then
    return text(auction.start)
  end
  return sum_text(auction.price, increment(auction, auction.price))
end

-- ------------------------------------------------------------------------------------------------------------- events

-- Appends an event to the outbox; the caller writes the state next and announces the event last.
local function append(keys, auction, now, event, trace)
  if trace then
    redis.call('XADD', keys[OUTBOX], '*', 'e', event, 't', trace)
  else
    redis.call('XADD', keys[OUTBOX], '*', 'e', event)
  end
  auction.clock = now
end

local function announce(channel, event)
  redis.call('PUBLISH', channel, event)
end

-- The number of an event decided now. It ends the time in which events of an older epoch may come back: they had it.
local function take_number(auction)
  auction.moving = nil
  auction.n = auction.n + 1
  auction.recoverUntil = nil
end

local function open_auction(keys, auction, id, channel, now)
  take_number(auction)
  auction.state = 'OPEN'
  local event = table.concat(
    { 'S', id, text(auction.epoch), text(auction.n), text(now), 'OPEN', text(auction.endsAt), '' }, '|')
  append(keys, auction, now, event)
  save_auction(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

local function close_auction(keys, auction, id, channel, now, outcome, reason)
  take_number(auction)
  auction.state, auction.outcome = 'CLOSED', outcome
  local price = auction.seq > 0 and text(auction.price) or ''
  local event = table.concat({
    'C', id, text(auction.epoch), text(auction.n), text(now), outcome, text(auction.seq), price, auction.leader,
    auction.leaderMember, reason,
  }, '|')
  append(keys, auction, now, event)
  save_auction(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

-- A state and an end that the house set. The first end moves with the end, so that the soft close's cap is as far as ever;
-- a pause counts from its first event.
local function take_state(auction, at, state, ends_at)
  auction.firstEndsAt = auction.firstEndsAt + ends_at - auction.endsAt
  auction.state, auction.endsAt = state, ends_at
  auction.pausedAt = state == 'PAUSED' and (auction.pausedAt or at) or nil
end

local function change_state(keys, auction, id, channel, now, state, ends_at, reason)
  take_number(auction)
  take_state(auction, now, state, ends_at)
  local event = table.concat(
    { 'S', id, text(auction.epoch), text(auction.n), text(now), state, text(ends_at), reason }, '|')
  append(keys, auction, now, event)
  save_with_terms(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

local function bid_items(shown)
  local items = {}
  for i, bid in ipairs(shown) do
    items[i] = table.concat({ text(bid.seq), text(bid.amount), bid.paddle, flag(bid.proxy) }, ',')
  end
  return items
end

local function append_log(keys, auction, seq, item, at)
  redis.call('XADD', keys[LOG], 'MAXLEN', '~', text(auction.logLength or LOG_LENGTH), seq .. '-1',
    'b', item .. ',' .. at)
end

-- ------------------------------------------------------------------------------------------------------ paddles and refs

local function paddle_field(member)
  return 'p:' .. member
end

local function ref_field(member, ref)
  return 'r:' .. member .. '|' .. ref
end

-- The paddle that an entry says, or nil.
local function paddle_of(member, entry)
  if not entry then
    return nil
  end
  local number, limit, max, version, decisions = string.match(entry, '^(%S+) (%S+) (%S+) (%S+) (%S+)$')
  return {
    member = member,
    number = number,
    limit = number_or_none(limit),
    max = number_or_none(max),
    version = tonumber(version),
    decisions = tonumber(decisions),
  }
end

local function new_paddle(member, number, version)
  return { member = member, number = number, version = version, decisions = 0 }
end

local function entry_of(paddle)
  return string.format('%s %s %s %d %d', paddle.number, text_or(paddle.limit, '-'), text_or(paddle.max, '-'),
    paddle.version, paddle.decisions)
end

local function save_paddle(keys, paddle)
  redis.call('HSET', keys[STATE], paddle_field(paddle.member), entry_of(paddle))
end

local function leads(auction, paddle)
  return paddle ~= nil and auction.leader == paddle.number
end

-- The first decision on a ref (1), as it was kept.
local function recall(decision)
  local kind, value, answer, seq, leading = string.match(decision, '^(%S+) (%S+) (%S+) (%S+) (%S+)$')
  return { kind = kind, value = value, answer = answer, seq = seq, leading = leading }
end

-- Counts a decision of a paddle, and forgets the one 256 before it. Returns the fields and values to be saved.
local function remember(keys, paddle, ref, kind, value, answer, seq, leading)
  local member = paddle.member
  paddle.decisions = paddle.decisions + 1
  local slot = 's:' .. member .. '|' .. text(paddle.decisions % REFS_KNOWN)
  if paddle.decisions > REFS_KNOWN then
    local forgotten = redis.call('HGET', keys[STATE], slot)
    if forgotten then
      redis.call('HDEL', keys[STATE], ref_field(member, forgotten))
    end
  end
  local decision = kind .. ' ' .. value .. ' ' .. answer .. ' ' .. seq .. ' ' .. leading
  return paddle_field(member), entry_of(paddle), slot, ref, ref_field(member, ref), decision
end

-- ------------------------------------------------------------------------------------------------- the rules of a bid

-- Why a bid is refused by rule 4, or nil. In this order, and a leader first.
local function rule_refusal(auction, paddle, kind, value)
  if leads(auction, paddle) then
    if kind == AMOUNT then
      return REFUSAL.ALREADY_LEADING
    elseif value == 0 then
      return nil
    elseif value < auction.price then
      return REFUSAL.TOO_LOW
    end
  elseif kind == MAXIMUM and value == 0 then
    return nil
  elseif value < next_bid(auction) then
    return REFUSAL.TOO_LOW
  end
  if value > paddle.limit then
    return REFUSAL.OVER_LIMIT
  end
  return nil
end

-- Adds a bid that the room sees: a seq of its own, and the price.
local function show(auction, shown, number, amount, proxy)
  auction.seq, auction.price = auction.seq + 1, amount
  shown[#shown + 1] = { seq = auction.seq, amount = amount, paddle = number, proxy = proxy }
end

-- A new leader, shown at its exact amount, or by proxy at no more than `enough` (5); lifted to a reserve that its
-- maximum reaches (6).
local function take_lead(auction, shown, paddle, kind, value, enough)
  auction.leader, auction.leaderMember, auction.leaderMax = paddle.number, paddle.member, value
  local proxy = kind == MAXIMUM
  local amount = proxy and math.min(value, enough) or value
  if auction.reserve and value >= auction.reserve then
    amount = math.max(amount, auction.reserve)
  end
  show(auction, shown, paddle.number, amount, proxy)
end

-- The leader's own maximum, up or down (4): moves no price, except by one proxy bid to a reserve that it reaches (6).
local function change_own_maximum(auction, shown, value)
  auction.leaderMax = value == 0 and auction.price or value
  if auction.reserve and auction.price < auction.reserve and auction.reserve <= auction.leaderMax then
    show(auction, shown, auction.leader, auction.reserve, true)
  end
end

-- A challenger's maximum against the leader's (5). A leader's maximum is above its price only by proxy, so whatever is
-- shown for it here is a proxy's answer.
local function challenge(auction, shown, paddle, kind, value)
  local standing = auction.leaderMax
  if value > standing then
    if standing > auction.price then
      show(auction, shown, auction.leader, standing, true)
    end
    take_lead(auction, shown, paddle, kind, value, standing + increment(auction, standing))
  elseif value < standing then
    show(auction, shown, paddle.number, value, kind == MAXIMUM)
    show(auction, shown, auction.leader, math.min(standing, value + increment(auction, value)), true)
  elseif standing > auction.price then
    show(auction, shown, auction.leader, standing, true)
  end
end

-- Applies a bid that rule 4 lets pass; returns the bids to show.
local function decide(auction, paddle, kind, value)
  local shown = {}
  if leads(auction, paddle) then
    change_own_maximum(auction, shown, value)
  elseif value == 0 then
    return shown
  elseif auction.leader == '' then
    take_lead(auction, shown, paddle, kind, value, auction.start)
  else
    challenge(auction, shown, paddle, kind, value)
  end
  return shown
end

-- Soft close (8): true when the end moved. It moves to now + softClose, which is later than it is just when the bid
-- comes within softClose of it; the cap counts from the first end; the end never comes nearer.
local function extend_close(auction, now)
  local ends = now + auction.softClose * 1000
  if auction.softCap then
    ends = math.min(ends, auction.firstEndsAt + auction.softCap * 1000)
  end
  if ends <= auction.endsAt then
    return false
  end
  auction.endsAt = ends
  return true
end

-- The ref stands by itself, as a format may cut a text short.
local function bid_event(auction, id, now, paddle, kind, value, next, shown, ref)
  return string.format('B|%s|%d|%d|%d|%s|%s|%s|%s|%s|%s|%s|%d|%d|%d|%s|%s|%s|', id, auction.epoch, auction.n, now,
    paddle.member, paddle.number, kind, value, auction.leader, auction.leaderMember, text_or(auction.leaderMax, ''),
    auction.price, auction.seq, auction.endsAt, next, reserve_met(auction), shown) .. ref
end

-- What a member's own maximum is after its accepted bid: 0 takes a leader's back to the price, and is nothing else.
local function own_maximum(auction, paddle, value)
  if value > 0 then
    return value
  end
  return leads(auction, paddle) and auction.price or paddle.max
end

local function accept(keys, auction, id, channel, now, paddle, kind, value, ref, trace)
  take_number(auction)
  local shown = decide(auction, paddle, kind, tonumber(value))
  local extended = #shown > 0 and extend_close(auction, now)
  local items, next = bid_items(shown), next_text(auction)
  local event = bid_event(auction, id, now, paddle, kind, value, next, table.concat(items, ';'), ref)
  append(keys, auction, now, event, trace)
  for i, bid in ipairs(shown) do
    append_log(keys, auction, text(bid.seq), items[i], text(now))
  end
  paddle.max = own_maximum(auction, paddle, tonumber(value))
  local seq, leading = text(auction.seq), flag(leads(auction, paddle))
  save_auction(keys, auction, remember(keys, paddle, ref, kind, value, 'ACCEPTED', seq, leading))
  if extended then
    schedule(keys, auction, id)
  end
  announce(channel, event)
  return { 'ACCEPTED', seq, leading, next, '0', event }
end

local function replay(auction, decision, kind, value)
  if decision.kind ~= kind or decision.value ~= value then
    return { REFUSAL.REF_REUSED, next_text(auction) }
  elseif decision.answer == 'ACCEPTED' then
    return { 'ACCEPTED', decision.seq, decision.leading, next_text(auction), '1', '' }
  end
  return { decision.answer, next_text(auction) }
end

-- Why no bid at all is taken now (2), or nil.
local function state_refusal(auction, now)
  if auction.state == 'SCHEDULED' then
    return REFUSAL.NOT_OPEN
  elseif auction.state == 'PAUSED' then
    return REFUSAL.PAUSED
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return REFUSAL.CLOSED
  end
  return nil
end

-- nb_bid: decides one bid.
-- KEYS 1..4. ARGV: auction, member, channel, kind (A amount, M max), value (0..2^53-1), ref (1..40 characters), and for a
-- bid that is traced its traceparent, which goes with the event.
-- Answers {'ACCEPTED', seq, leading, next, replayed, event}: seq the last that the decision made (or the one that stands),
-- flags 1 or 0, event '' for a replay; {refusal, next}; {'MISSING'} without a state.
-- Events: B for every accepted decision; S before it where the auction was due to open. Refusals by rule 4 are kept
-- under their ref, all others leave it free. UNAVAILABLE while events of an older epoch may still come back.
local function nb_bid(keys, args)
  local id, member, channel, kind, value, ref, trace = unpack(args)
  local auction, entry, decision = load_auction(keys, paddle_field(member), ref_field(member, ref))
  if not auction then
    return { 'MISSING' }
  end
  local now, paddle = auction_clock(auction), paddle_of(member, entry)
  if paddle and decision then
    untouched(auction)
    return replay(auction, recall(decision), kind, value)
  end
  if recovering(auction, now) then
    return { REFUSAL.UNAVAILABLE, next_text(auction) }
  end
  if due_to_open(auction, now) then
    open_auction(keys, auction, id, channel, now)
  end
  local refusal = state_refusal(auction, now)
  if refusal then
    if past_end(auction, now) and now > auction.clock then
      auction.clock = now -- once over, never open again by a clock set back
      save_auction(keys, auction)
    end
    return { refusal, next_text(auction) }
  end
  if not paddle or not paddle.limit then
    return { REFUSAL.NO_PADDLE, next_text(auction) }
  end
  refusal = rule_refusal(auction, paddle, kind, tonumber(value))
  if refusal then
    redis.call('HSET', keys[STATE], remember(keys, paddle, ref, kind, value, refusal, text(auction.seq), '0'))
    untouched(auction)
    return { refusal, next_text(auction) }
  end
  return accept(keys, auction, id, channel, now, paddle, kind, value, ref, trace)
end

-- ------------------------------------------------------------------------------------------------------------- paddles

-- nb_paddle: issues a member's paddle, or changes its limit.
-- KEYS 1..4. ARGV: auction, member, paddle (number), limit, version (rises with every change of this paddle).
-- Answers OK; STALE when an equal or newer version is there; CLOSED; LIMIT_BELOW_BID when the leader's maximum is above
-- the limit; UNAVAILABLE for a lower limit while older events may still come back; MISSING. No event.
-- A paddle that was given back keeps its number.
local function nb_paddle(keys, args)
  local _, member, number, limit, version = unpack(args)
  limit, version = tonumber(limit), tonumber(version)
  local auction, entry = load_auction(keys, paddle_field(member))
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  local paddle = paddle_of(member, entry) or new_paddle(member, number, -1)
  if version <= paddle.version then
    return 'STALE'
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return REFUSAL.CLOSED
  elseif leads(auction, paddle) and limit < auction.leaderMax then
    return 'LIMIT_BELOW_BID'
  elseif recovering(auction, now) and paddle.limit and limit < paddle.limit then
    return REFUSAL.UNAVAILABLE
  end
  paddle.limit, paddle.version = limit, version
  save_paddle(keys, paddle)
  return 'OK'
end

-- nb_paddle_return: a member gives its paddle back; number and refs stay its own.
-- KEYS 1..4. ARGV: auction, member, version.
-- Answers OK (again for the same version); LEADING for the leader, also after the close (its hold is the
-- settlement's); NO_PADDLE; STALE
-- when a newer version is there; UNAVAILABLE while older events may still come back; MISSING. No event.
local function nb_paddle_return(keys, args)
  local _, member, version = unpack(args)
  version = tonumber(version)
  local auction, entry = load_auction(keys, paddle_field(member))
  if not auction then
    return 'MISSING'
  end
  local paddle = paddle_of(member, entry)
  if not paddle then
    return REFUSAL.NO_PADDLE
  elseif not paddle.limit then
    return version == paddle.version and 'OK' or REFUSAL.NO_PADDLE
  elseif version <= paddle.version then
    return 'STALE'
  elseif leads(auction, paddle) then
    return 'LEADING'
  elseif recovering(auction, auction_clock(auction)) then
    return REFUSAL.UNAVAILABLE
  end
  paddle.limit, paddle.max, paddle.version = nil, nil, version
  save_paddle(keys, paddle)
  return 'OK'
end

-- ---------------------------------------------------------------------------------------------------------- life cycle

local function outcome_by_hammer(auction)
  if auction.seq == 0 then
    return 'NO_BIDS'
  elseif reserve_met(auction) == '0' then
    return 'RESERVE_NOT_MET'
  end
  return 'SOLD'
end

-- nb_advance: opens or closes an auction whose time has come; one step in a call.
-- KEYS 1..4. ARGV: auction, channel.
-- Answers {'OPENED' | 'CLOSED' | 'NONE', when it changes next by itself or ''}; {'MISSING'}.
-- Events: S or C. Does nothing while events of an older epoch may still come back.
local function nb_advance(keys, args)
  local id, channel = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return { 'MISSING', '' }
  end
  local now = auction_clock(auction)
  local done = 'NONE'
  if recovering(auction, now) then
    local transition = next_transition(auction)
    return { done, transition and text(math.max(transition, auction.recoverUntil)) or '' }
  elseif due_to_open(auction, now) then
    open_auction(keys, auction, id, channel, now)
    done = 'OPENED'
  elseif past_end(auction, now) then
    close_auction(keys, auction, id, channel, now, outcome_by_hammer(auction), '')
    done = 'CLOSED'
  end
  return { done, text_or(next_transition(auction), '') }
end

-- nb_withdraw: closes an auction without a sale.
-- KEYS 1..4. ARGV: auction, channel, reason, onlyWithoutBids (1 or 0).
-- Answers OK; HAS_BIDS; CLOSED, also at or after its end; UNAVAILABLE while older events may still come back; MISSING.
-- Event: C with outcome WITHDRAWN.
local function nb_withdraw(keys, args)
  local id, channel, reason, only_without_bids = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  if recovering(auction, now) then
    return REFUSAL.UNAVAILABLE
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return REFUSAL.CLOSED
  elseif only_without_bids == '1' and auction.seq > 0 then
    return 'HAS_BIDS'
  end
  close_auction(keys, auction, id, channel, now, 'WITHDRAWN', reason)
  return 'OK'
end

-- Why the house cannot pause, resume or move the end of an auction, or nil; opens one that was due to open.
local function house_refusal(keys, auction, id, channel, now)
  if recovering(auction, now) then
    return REFUSAL.UNAVAILABLE
  elseif due_to_open(auction, now) then
    open_auction(keys, auction, id, channel, now)
  end
  if auction.state == 'SCHEDULED' then
    return REFUSAL.NOT_OPEN
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return REFUSAL.CLOSED
  end
  return nil
end

-- nb_pause: stops an open auction's time. What was lost before, from `since` on, is given back at once.
-- KEYS 1..4. ARGV: auction, channel, since (milliseconds since the epoch, '' for now), reason.
-- Answers OK; PAUSED already; NOT_OPEN; CLOSED, also past its end; UNAVAILABLE while older events may still come back;
-- MISSING. Event: S.
local function nb_pause(keys, args)
  local id, channel, since, reason = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  local refusal = house_refusal(keys, auction, id, channel, now)
  if refusal then
    return refusal
  elseif auction.state == 'PAUSED' then
    return REFUSAL.PAUSED
  end
  local from = math.min(now, math.max(number_or_none(since) or now, auction.opensAt))
  change_state(keys, auction, id, channel, now, 'PAUSED', auction.endsAt + now - from, reason)
  return 'OK'
end

-- nb_resume: lets a paused auction go on, for as long as it had left and at least `least`.
-- KEYS 1..4. ARGV: auction, channel, least (milliseconds), reason.
-- Answers OK; OPEN when it is not paused; NOT_OPEN; CLOSED; UNAVAILABLE; MISSING. Event: S.
local function nb_resume(keys, args)
  local id, channel, least, reason = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  local refusal = house_refusal(keys, auction, id, channel, now)
  if refusal then
    return refusal
  elseif auction.state == 'OPEN' then
    return 'OPEN'
  end
  local left = math.max(auction.endsAt - (auction.pausedAt or now), tonumber(least))
  change_state(keys, auction, id, channel, now, 'OPEN', now + left, reason)
  return 'OK'
end

-- nb_extend: moves the end of an open or paused auction to later.
-- KEYS 1..4. ARGV: auction, channel, endsAt (milliseconds since the epoch), reason.
-- Answers OK; NOT_LATER than the end that stands; NOT_OPEN; CLOSED; UNAVAILABLE; MISSING. Event: S.
local function nb_extend(keys, args)
  local id, channel, ends_at, reason = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  local refusal = house_refusal(keys, auction, id, channel, now)
  if refusal then
    return refusal
  elseif tonumber(ends_at) <= auction.endsAt then
    return 'NOT_LATER'
  end
  change_state(keys, auction, id, channel, now, auction.state, tonumber(ends_at), reason)
  return 'OK'
end

-- ----------------------------------------------------------------------------------------------- what can be looked up

-- nb_due: what changes next in a partition. Writes nothing.
-- KEYS 1 closing. ARGV: limit. Answers {now, auction, when, ...}, the next one first.
local function nb_due(keys, args)
  local answer = redis.call('ZRANGE', keys[1], 0, tonumber(args[1]) - 1, 'WITHSCORES')
  table.insert(answer, 1, text(redis_millis()))
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

-- ------------------------------------------------------------------------------------------------ recorded, watching

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

-- ------------------------------------------------------------------------------------------------------------ recovery

-- The fields given to nb_install over the defaults of an auction that nobody has bid in; nil and the name of a field
-- that is unknown or missing.
local function installed_fields(args, from)
  local known, given = {}, {}
  for _, names in ipairs({ MOVING, TERMS }) do
    for _, field in ipairs(names) do
      known[field] = true
    end
  end
  while args[from] and args[from] ~= '--' and args[from] ~= '==' do
    local field, value = args[from], args[from + 1]
    if not known[field] then
      return nil, field
    end
    given[field] = TEXTS[field] and value or tonumber(value)
    from = from + 2
  end
  for _, field in ipairs({ 'opensAt', 'endsAt', 'start', 'increments' }) do
    if not given[field] or given[field] == '' then
      return nil, field
    end
  end
  local defaults = {
    state = 'SCHEDULED', n = 0, clock = 0, firstEndsAt = given.endsAt, softClose = 0, price = given.start, seq = 0,
    leader = '', leaderMember = '', outcome = '', recorded = 0, recordedN = 0, logLength = LOG_LENGTH,
  }
  for field, value in pairs(defaults) do
    if not given[field] or given[field] == '' then
      given[field] = value
    end
  end
  return given, from
end

-- The paddles given to nb_install by their numbers, and where the refs begin.
local function installed_paddles(args, from)
  local paddles = {}
  if args[from] ~= '--' then
    return paddles, from
  end
  from = from + 1
  while args[from] and args[from] ~= '==' do
    local paddle = new_paddle(args[from], args[from + 1], tonumber(args[from + 4]))
    paddle.limit, paddle.max = number_or_none(args[from + 2]), number_or_none(args[from + 3])
    paddles[paddle.number] = paddle
    from = from + 5
  end
  return paddles, from
end

-- A ref of nobody's paddle is nobody's.
local function install_paddles_and_refs(keys, args, from)
  local paddles, refs = installed_paddles(args, from)
  for _, paddle in pairs(paddles) do
    save_paddle(keys, paddle)
  end
  if args[refs] ~= '==' then
    return
  end
  for i = refs + 1, #args, 6 do
    local number, ref, kind, value, seq, leading = unpack(args, i, i + 5)
    if paddles[number] then
      redis.call('HSET', keys[STATE], remember(keys, paddles[number], ref, kind, value, 'ACCEPTED', seq, leading))
    end
  end
end

-- The epoch of the state that stands, or nil.
local function standing_epoch(keys)
  local moving = redis.call('HGET', keys[STATE], 'moving')
  return moving and tonumber(split(moving, 3)[2])
end

-- nb_outbox_from: lets a partition's outbox go on after an id, so that what comes is new to whoever read so far, also
-- where this server's clock is behind that of the server before it.
-- KEYS 1 outbox. ARGV: id. Answers RAISED; KEPT when the outbox is past it.
local function nb_outbox_from(keys, args)
  local entry = redis.pcall('XADD', keys[1], args[1], 'e', '')
  if type(entry) ~= 'string' then
    return 'KEPT'
  end
  redis.call('XDEL', keys[1], entry)
  return 'RAISED'
end

-- nb_install: puts an auction's state in place, new or rebuilt, with its paddles and accepted refs.
-- KEYS 1..5. ARGV: auction, channel, epoch, then (field, value)... of MOVING and TERMS, of which opensAt, endsAt, start and
-- increments are required; then, if any, '--' and (member, paddle, limit or '-', max or '-', version)...; then, if any,
-- '==' and (paddle, ref, kind, value, seq, leading)... of accepted decisions, the oldest first.
-- Answers INSTALLED, or KEPT when a state of this or a newer epoch is there. An error for an unknown or missing field.
-- Publishes E. Replaces all that an older epoch left. Not O(1): it is as long as what it puts in place.
local function nb_install(keys, args)
  local id, channel, epoch = unpack(args, 1, 3)
  local standing = standing_epoch(keys)
  if standing and standing >= tonumber(epoch) then
    return 'KEPT'
  end
  local auction, from = installed_fields(args, 4)
  if not auction then
    return redis.error_reply('ERR nb_install: field ' .. from)
  end
  look_at_server(redis_millis())
  auction.epoch, auction.home = tonumber(epoch), this.name
  redis.call('UNLINK', keys[STATE], keys[LOG], keys[EXTRA])
  install_paddles_and_refs(keys, args, from)
  save_with_terms(keys, auction)
  schedule(keys, auction, id)
  announce(channel, table.concat({ 'E', id, epoch, text(auction.seq) }, '|'))
  return 'INSTALLED'
end

-- nb_remove: takes a state out that is of an older epoch. The outbox stays.
-- KEYS 1..5. ARGV: auction, epoch. Answers REMOVED; KEPT when there is none below this epoch. No event.
local function nb_remove(keys, args)
  local standing = standing_epoch(keys)
  if not standing or standing >= tonumber(args[2]) then
    return 'KEPT'
  end
  redis.call('UNLINK', keys[STATE], keys[LOG], keys[EXTRA])
  redis.call('ZREM', keys[CLOSING], args[1])
  return 'REMOVED'
end

local function reinstate_bid(keys, auction, event)
  local _, _, _, _, at, member, number, kind, value, leader, leader_member, leader_max, price, seq, ends_at, _, _, bids, ref =
    unpack(split(event, 19))
  for item in string.gmatch(bids, '[^;]+') do
    append_log(keys, auction, string.match(item, '^%d+'), item, at)
  end
  auction.leader, auction.leaderMember, auction.leaderMax = leader, leader_member, number_or_none(leader_max)
  auction.price, auction.seq, auction.endsAt = tonumber(price), tonumber(seq), tonumber(ends_at)
  local entry = redis.call('HGET', keys[STATE], paddle_field(member))
  local paddle = paddle_of(member, entry) or new_paddle(member, number, 0)
  paddle.max = own_maximum(auction, paddle, tonumber(value))
  redis.call('HSET', keys[STATE],
    remember(keys, paddle, ref, kind, value, 'ACCEPTED', seq, flag(leader == number)))
end

local function reinstate_event(keys, auction, id, channel, event)
  local kind, _, _, n, at, first, rest = unpack(split(event, 7))
  event = table.concat({ kind, id, text(auction.epoch), n, at, first, rest }, '|')
  auction.moving = nil
  append(keys, auction, math.max(auction.clock, tonumber(at)), event)
  auction.n = tonumber(n)
  if kind == 'B' then
    reinstate_bid(keys, auction, event)
  elseif kind == 'S' then
    take_state(auction, tonumber(at), first, tonumber(split(event, 8)[7]))
  else
    auction.state, auction.outcome = 'CLOSED', first
  end
  save_with_terms(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

-- nb_reinstate: brings back an event that a live node saw and PostgreSQL has not, after Redis was lost. In any order:
-- what does not follow yet waits in key 5.
-- KEYS 1..5 (5 reinstated: n -> event). ARGV: auction, channel, event (B, S or C, of an older epoch).
-- Answers {'APPLIED' | 'STORED' | 'IGNORED' | 'MISSING', n, seq} with n and seq as they are then. IGNORED: it is here
-- already, or something was decided since the rebuild, so that its number is taken.
-- Events: each one applied, again, with the epoch of now.
local function nb_reinstate(keys, args)
  local id, channel, event = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return { 'MISSING', '', '' }
  end
  local n = tonumber(split(event, 5)[4])
  if auction.recoverUntil == nil or n <= auction.n then
    return { 'IGNORED', text(auction.n), text(auction.seq) }
  end
  redis.call('HSET', keys[EXTRA], text(n), event)
  redis.call('PEXPIRE', keys[EXTRA], text(REINSTATED_MILLIS))
  local following = redis.call('HGET', keys[EXTRA], text(auction.n + 1))
  while following do
    reinstate_event(keys, auction, id, channel, following)
    redis.call('HDEL', keys[EXTRA], text(auction.n))
    following = redis.call('HGET', keys[EXTRA], text(auction.n + 1))
  end
  return { n <= auction.n and 'APPLIED' or 'STORED', text(auction.n), text(auction.seq) }
end

redis.register_function('nb_bid', nb_bid)
redis.register_function('nb_paddle', nb_paddle)
redis.register_function('nb_paddle_return', nb_paddle_return)
redis.register_function('nb_advance', nb_advance)
redis.register_function('nb_withdraw', nb_withdraw)
redis.register_function('nb_pause', nb_pause)
redis.register_function('nb_resume', nb_resume)
redis.register_function('nb_extend', nb_extend)
redis.register_function('nb_recorded', nb_recorded)
redis.register_function('nb_presence', nb_presence)
redis.register_function('nb_outbox_from', nb_outbox_from)
redis.register_function('nb_install', nb_install)
redis.register_function('nb_remove', nb_remove)
redis.register_function('nb_reinstate', nb_reinstate)
redis.register_function({ function_name = 'nb_due', callback = nb_due, flags = { 'no-writes' } })
redis.register_function({ function_name = 'nb_snapshot', callback = nb_snapshot, flags = { 'no-writes' } })
redis.register_function({ function_name = 'nb_log', callback = nb_log, flags = { 'no-writes' } })
