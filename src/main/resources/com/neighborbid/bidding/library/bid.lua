-- A bid.

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

redis.register_function('nb_bid', nb_bid)
