-- wrk --script mix.lua URL -- FILE OFFSET: sends the requests of a file that bench/mix.ts wrote, in
-- their order, beginning after OFFSET of them.
local requests, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local path, coding, etag = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)$")
    local headers = {}
    if coding ~= "" then headers["Accept-Encoding"] = coding end
    if etag ~= "" then headers["If-None-Match"] = etag end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
  at = tonumber(args[2])
end

function request()
  at = at + 1
  return requests[(at - 1) % #requests + 1]
end
