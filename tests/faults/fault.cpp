// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/fault.h"

#include <cstdlib>

namespace dateline {

void use_shim(cli::Sandbox& sandbox) {
    const std::string runtime = FAULT_SANITIZER_RUNTIME;
    sandbox.environment["LD_PRELOAD"] = runtime.empty() ? FAULT_SHIM : runtime + " " + FAULT_SHIM;
    // What a sanitizer finds must not look like a run with problems, status 1.
    const char* const options = std::getenv("ASAN_OPTIONS");
    sandbox.environment["ASAN_OPTIONS"] = std::string(options ? options : "") + ":exitcode=99";
    sandbox.environment["UBSAN_OPTIONS"] = "exitcode=99";
}

namespace {

using Program = cli::Output (cli::Sandbox::*)(const std::vector<std::string>&) const;

FaultyRun run_program(cli::Sandbox& sandbox, Program program,
                      const std::vector<std::string>& arguments, const Fault& fault) {
    const auto before = sandbox.environment;
    auto& variables = sandbox.environment;
    variables["FAULT_UNDER"] = (sandbox.path() / fault.under).string();
    variables["FAULT_CALLS"] = fault.calls;
    variables["FAULT_AT"] = std::to_string(fault.at);
    variables["FAULT_KIND"] = fault.kind;
    variables["FAULT_COUNT"] = (sandbox.path() / ".calls").string();
    if (!fault.log.empty()) variables["FAULT_LOG"] = (sandbox.path() / fault.log).string();
    sandbox.write(".calls", "0");
    FaultyRun run;
    run.output = (sandbox.*program)(arguments);
    sandbox.environment = before;
    run.calls = std::strtol(sandbox.read(".calls").c_str(), nullptr, 10);
    return run;
}

}  // namespace

FaultyRun run_with_fault(cli::Sandbox& sandbox, const std::vector<std::string>& arguments,
                         const Fault& fault) {
    return run_program(sandbox, &cli::Sandbox::index, arguments, fault);
}

FaultyRun search_with_fault(cli::Sandbox& sandbox, const std::vector<std::string>& arguments,
                            const Fault& fault) {
    return run_program(sandbox, &cli::Sandbox::search, arguments, fault);
}

std::optional<long> number_of_tries(const char* variable, long usual) {
    const char* const text = std::getenv(variable);
    if (text == nullptr) return usual;
    const long number = std::strtol(text, nullptr, 10);
    if (number <= 0) return std::nullopt;
    return number;
}

std::vector<long> evenly_spaced(long count, std::optional<long> most, double shift) {
    std::vector<long> numbers;
    if (!most || *most >= count) {
        for (long number = 1; number <= count; ++number) numbers.push_back(number);
        return numbers;
    }
    const double distance = static_cast<double>(count) / static_cast<double>(*most);
    for (long i = 0; i < *most; ++i)
        numbers.push_back(1 + static_cast<long>((static_cast<double>(i) + shift) * distance));
    return numbers;
}

}  // namespace dateline
