#!lua name=neighborbid

-- The bidding decision: everything that happens to one auction happens here, in one atomic step and by Redis's clock.
-- The rules are those of "How a bid is decided" in the public contract; numbers in comments name them. Redis
-- takes a library as one text, which BidLibrary puts together from these files; what one defines, those after it use.
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
