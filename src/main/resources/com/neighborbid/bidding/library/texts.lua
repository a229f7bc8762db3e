-- Texts and numbers.

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
