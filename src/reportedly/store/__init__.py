"""The only place that knows SQL. `Ledger` holds everything; `listing` answers the commonest question at once.

Import from the files themselves: `reportedly.store.ledger`, `reportedly.store.listing`.
"""
