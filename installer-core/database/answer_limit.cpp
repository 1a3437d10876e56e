#include "database/answer_limit.hpp"

#include <condition_variable>
#include <mutex>

#include "host/sockets.hpp"

namespace bes::database {

AnswerLimit::AnswerLimit(int socket, std::chrono::milliseconds limit)
    : watch_([this, socket, limit](const std::stop_token& stop) {
          std::mutex mutex;
          std::unique_lock lock(mutex);
          std::condition_variable_any never;
          never.wait_for(lock, stop, limit, [] { return false; });
          if (stop.stop_requested())
              return;
          passed_ = true;
          host::cutConnection(socket);
      }) {
}

} // namespace bes::database
