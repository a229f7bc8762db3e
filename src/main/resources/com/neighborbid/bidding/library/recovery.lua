-- Recovery.

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

redis.register_function('nb_outbox_from', nb_outbox_from)
redis.register_function('nb_install', nb_install)
redis.register_function('nb_remove', nb_remove)
redis.register_function('nb_reinstate', nb_reinstate)
