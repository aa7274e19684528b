// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/keys.h"

#include "common/error.h"
#include "searcher/web/asked.h"

namespace dateline::web {
namespace {

constexpr std::string_view keys_cookie = "dateline-keys";

}  // namespace

void tell_keys(const Site& site, const Request& request, Frame& frame) {
    frame.keys = cookie(request, keys_cookie, site.secrets.port) != "off";
}

Response switch_keys(const Site& site, const Request& request) {
    const std::string keys =
        value_of(decode_parameters(request.body).value_or(Parameters{}), "keys");
    if (keys != "on" && keys != "off") throw Error("keys are 'on' or 'off'");
    Response response = redirect("/help#keys");
    response.headers.push_back(set_cookie(keys_cookie, site.secrets.port, keys));
    return response;
}

}  // namespace dateline::web
