#!lua name=visits

-- visit: counts. KEYS 1 count. Answers how often it was called.
redis.register_function('visit', function(keys)
  return tostring(redis.call('INCR', keys[1]))
end)
