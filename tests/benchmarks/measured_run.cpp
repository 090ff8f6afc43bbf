// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/measured_run.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>
#include <vector>

extern char** environ;

namespace goodfaith::benchmarks {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Cost run(const QStringList& command, const QString& input, const QString& output) {
    std::vector<QByteArray> words;
    for (const QString& word : command)
        words.push_back(word.toLocal8Bit());
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, input.toLocal8Bit().constData(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, output.toLocal8Bit().constData(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::sync();  // nobody pays for writing out what stood before
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const int failure =
        posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    int status = 0;
    rusage usage{};
    if (failure != 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        throw std::runtime_error("failed: " + command.join(u' ').toStdString());
    constexpr double kibibytesPerMebibyte = 1024;
    return {static_cast<double>(timer.elapsed()) / 1000,
            seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / kibibytesPerMebibyte};
}

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error("cannot write " + path.toStdString());
}

double secondsOfImport(const QString& report) {
    QFile file(report);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("no report of the import");
    return QJsonDocument::fromJson(file.readAll())[u"imports"][0][u"seconds"].toDouble();
}

void print(const char* what, const Cost& cost) {
    std::printf("%-24s %8.2f s elapsed  %8.2f s processor  %6.0f MiB\n", what, cost.elapsed,
                cost.processor, cost.memory);
}

}  // namespace goodfaith::benchmarks
