-- The server.

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
