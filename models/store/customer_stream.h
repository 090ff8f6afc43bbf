// SPDX-License-Identifier: GPL-3.0-or-later
// A query whose first column is the customer and which runs in the order of customers: gives each
// customer's rows when asked for the customers in ascending order. Prepared once, started often.
#pragma once

#include "models/store/customer_range.h"
#include "models/store/statement.h"

namespace goodfaith::store {

// `sql` ends within its WHERE clause; link.customer_id is the customer.
template <class... Columns>
class CustomerStream {
public:
    using Row = std::tuple<CustomerId, Columns...>;

    CustomerStream(const Database& database, const std::string& sql)
        : query_(database, sql +
                               " AND link.customer_id BETWEEN :first AND :last "
                               "ORDER BY link.customer_id") {}
    CustomerStream(const Database& database, const std::string& sql, CustomerRange range)
        : CustomerStream(database, sql) {
        start(range);
    }

    void start(CustomerRange range) {
        if (row_)
            query_.stop();
        query_.start(range.first.value(), range.last.value());
        advance();
    }

    // Calls visit(columns…) for every row of this customer; rows of earlier ones are skipped.
    template <class Visit>
    void forEach(CustomerId customer, Visit visit) {
        while (row_ && std::get<0>(*row_) < customer)
            advance();
        while (row_ && std::get<0>(*row_) == customer) {
            std::apply([&](CustomerId, Columns&... columns) { visit(columns...); }, *row_);
            advance();
        }
    }

private:
    void advance() {
        if (query_.next())
            row_ = query_.row();
        else
            row_.reset();
    }

    Query<CustomerId, Columns...> query_;
    std::optional<Row> row_;
};

}  // namespace goodfaith::store
