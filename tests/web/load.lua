-- Each answer is whole and has all of the articles, whatever the index goes through.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  wrk.headers["Cookie"] = os.getenv("STORKS_COOKIE")
  wrk.path = "/search?q=storks&copies=show"
  wrong = 0
end

function response(status, headers, body)
  if status ~= 200 or not body:find("<strong>300 articles</strong>", 1, true) or not body:find("</html>", 1, true) then
    wrong = wrong + 1
    if wrong == 1 then print("first wrong answer: " .. status .. "\n" .. body) end
  end
end

function done()
  local sum = 0
  for _, thread in ipairs(threads) do sum = sum + thread:get("wrong") end
  print("wrong " .. sum)
end
