-- Paddles and refs.

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
