// SPDX-License-Identifier: Apache-2.0
#include "model/engine_order.hpp"

#include "model/json_text.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.order";
constexpr int formatVersion = 2;
const JsonLimits orderLimits{.lines = {"content"}, .secrets = {"passwords"}};
constexpr std::array wishes{EngineWish::cancel, EngineWish::finishWhenLeft, EngineWish::undoWhenLeft};
constexpr std::array ends{WhenLeft::finish, WhenLeft::undo};
constexpr std::array kinds{Maintenance::Kind::modify, Maintenance::Kind::repair, Maintenance::Kind::upgrade,
                           Maintenance::Kind::remove};
constexpr std::array recoveries{Recovery::rollback, Recovery::resume};

Secret taken(Json& json, const char* key) {
    auto& text = json.at(key).get_ref<std::string&>();
    return Secret(std::move(text));
}

Json toJson(const Maintenance& wanted) {
    return {{"kind", toString(wanted.kind)},
            {"accept_promoted", wanted.acceptPromoted},
            {"keep_registration", wanted.keepRegistration},
            {"remove_logs", wanted.removeLogs},
            {"allow_downgrade", wanted.allowDowngrade},
            {"add", wanted.add},
            {"omit", wanted.omit}};
}

Maintenance maintenanceFromJson(const Json& json) {
    return {.kind = enumFromText(json.at("kind").get<std::string>(), kinds, "kind of maintenance"),
            .acceptPromoted = json.at("accept_promoted").get<bool>(),
            .keepRegistration = json.at("keep_registration").get<bool>(),
            .removeLogs = json.at("remove_logs").get<bool>(),
            .allowDowngrade = json.at("allow_downgrade").get<bool>(),
            .add = json.at("add").get<std::vector<std::string>>(),
            .omit = json.at("omit").get<std::vector<std::string>>()};
}

EngineOrder orderFromJson(Json& json) {
    expectDocument(json, format, formatVersion);
    EngineOrder order;
    order.passwords.database = taken(json.at("passwords"), "database");
    order.passwords.dominoHttp = taken(json.at("passwords"), "domino_http");
    order.whenLeft = enumFromText(json.at("when_left").get<std::string>(), ends, "end of a run");
    order.request = requestFromJson(json.at("request"));
    if (!json.at("maintenance").is_null())
        order.maintenance = maintenanceFromJson(json.at("maintenance"));
    if (!json.at("recovery").is_null())
        order.recovery = enumFromText(json.at("recovery").get<std::string>(), recoveries, "kind of recovery");
    if (!json.at("plan").is_null())
        order.plan = planFromJson(json.at("plan"));
    order.askDomino = json.value("ask_domino", false);
    if (order.plan && order.plan->request != order.request)
        throw std::invalid_argument("its plan is for another request");
    return order;
}

/// What the JSON library says about a text may quote it, and here it may be a password.
tl::unexpected<Failure> wrong(std::string why) {
    return fail(ExitCode::usage, "order.format", "Setup can't read the order", std::move(why),
                "Use the wizard and the engine of the same version of setup.");
}

} // namespace

Secret formatEngineOrder(const EngineOrder& order) {
    Json json = document(format, formatVersion);
    json["when_left"] = toString(order.whenLeft);
    json["passwords"] = {{"database", order.passwords.database.reveal()},
                         {"domino_http", order.passwords.dominoHttp.reveal()}};
    json["maintenance"] = order.maintenance ? toJson(*order.maintenance) : Json(nullptr);
    json["recovery"] = order.recovery ? Json(toString(*order.recovery)) : Json(nullptr);
    json["ask_domino"] = order.askDomino;
    json["request"] = toJson(order.request);
    json["plan"] = order.plan ? toJson(*order.plan) : Json(nullptr);
    Secret line(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    for (Json& password : json.at("passwords"))
        overwrite(password.get_ref<std::string&>());
    return line;
}

Result<EngineOrder> parseEngineOrder(std::string_view line) {
    try {
        Json json = parseForeignJson(line, orderLimits);
        return orderFromJson(json);
    } catch (const nlohmann::json::exception& error) {
        return wrong("it does not have the form of an order (json error " + std::to_string(error.id) + ")");
    } catch (const std::invalid_argument& error) {
        return wrong(error.what());
    }
}

std::string_view toString(WhenLeft end) {
    return end == WhenLeft::finish ? "finish" : "undo";
}

std::string_view toString(Recovery how) {
    return how == Recovery::rollback ? "rollback" : "resume";
}

std::string_view toString(EngineWish wish) {
    switch (wish) {
    case EngineWish::cancel:
        return "cancel";
    case EngineWish::finishWhenLeft:
        return "when-left finish";
    case EngineWish::undoWhenLeft:
        break;
    }
    return "when-left undo";
}

std::optional<EngineWish> engineWishFromText(std::string_view line) {
    for (const EngineWish wish : wishes)
        if (toString(wish) == line)
            return wish;
    return std::nullopt;
}

} // namespace bes
