// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/split_arguments.h"

#include <algorithm>

#include "common/ascii.h"

namespace dateline {
namespace {

bool takes_value(const Option& option) {
    return !option.value.empty();
}
bool needs_value(const Option& option) {
    return takes_value(option) && !option.optional_value;
}

const Option* find_letter(const Program& program, char letter) {
    for (const Option& option : program.options) {
        if (option.letter == letter) return &option;
    }
    return nullptr;
}

/// `--` and what can be an option's name; anything else that begins so is text pasted from
/// somewhere.
bool looks_like_long_option(std::string_view argument) {
    if (!argument.starts_with("--")) return false;
    const std::string_view name = argument.substr(2, argument.find('=') - 2);
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_';
    });
}

/// Walks over the arguments once.
class Splitter {
public:
    Splitter(std::span<const std::string_view> arguments, const Program& program)
        : arguments_(arguments), program_(program) {}

    SplitArguments split() {
        bool options_ended = false;
        while (next_ < arguments_.size()) {
            const std::string_view argument = arguments_[next_++];
            if (options_ended) {
                result_.words.emplace_back(argument);
            } else if (argument == "--") {
                options_ended = true;
            } else if (looks_like_long_option(argument)) {
                take_long(argument);
            } else if (is_short_option(argument)) {
                take_short(argument);
            } else {
                result_.words.emplace_back(argument);
            }
        }
        return std::move(result_);
    }

private:
    bool is_short_option(std::string_view argument) const {
        if (argument.size() < 2 || argument[0] != '-' || argument[1] == '-') return false;
        if (argument.size() == 2)
            return ascii::is_letter(argument[1]) || ascii::is_digit(argument[1]);
        if (number_sticks(argument)) return true;
        if (program_.dash_words == DashWords::are_errors) return true;
        return looks_clustered(argument);
    }

    /// -n5
    bool number_sticks(std::string_view argument) const {
        const Option* option = find_letter(program_, argument[1]);
        return option != nullptr && needs_value(*option) &&
               std::all_of(argument.begin() + 2, argument.end(), ascii::is_digit);
    }

    /// -l0: all switches, with a digit. Two letters and more are a word, whatever options there
    /// are.
    bool looks_clustered(std::string_view argument) const {
        const std::string_view letters = argument.substr(1);
        return std::any_of(letters.begin(), letters.end(), ascii::is_digit) &&
               std::all_of(letters.begin(), letters.end(), [&](char c) {
                   const Option* option = find_letter(program_, c);
                   return option != nullptr && !takes_value(*option);
               });
    }

    void take_long(std::string_view argument) {
        const std::size_t equals = argument.find('=');
        const Option* option = find_option(program_, argument.substr(2, equals - 2));
        if (option == nullptr || (equals != argument.npos && !takes_value(*option))) {
            result_.options.emplace_back(argument);
        } else if (equals != argument.npos) {
            take(*option, argument.substr(equals + 1));
        } else {
            take_with_next(*option);
        }
    }

    void take_short(std::string_view argument) {
        const Option* option = find_letter(program_, argument[1]);
        if (option != nullptr && argument.size() == 2) {
            take_with_next(*option);
        } else if (option != nullptr && number_sticks(argument)) {
            take(*option, argument.substr(2));
        } else {
            result_.options.emplace_back(argument);
        }
    }

    /// An option without a value attached.
    void take_with_next(const Option& option) {
        if (needs_value(option) && next_ < arguments_.size()) {
            take(option, arguments_[next_++]);
        } else {
            take(option, "");
        }
    }

    void take(const Option& option, std::string_view value) {
        result_.options.push_back(std::string("--").append(option.name));
        if (!value.empty()) result_.options.back().append("=").append(value);
    }

    std::span<const std::string_view> arguments_;
    const Program& program_;
    std::size_t next_ = 0;
    SplitArguments result_;
};

}  // namespace

SplitArguments split_arguments(std::span<const std::string_view> arguments,
                               const Program& program) {
    return Splitter(arguments, program).split();
}

}  // namespace dateline
