namespace Katas.Deadlock;

public static class Bank
{
    /// <summary>Moves an amount from one account to another.</summary>
    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = InOrder(from, to);

        // From and to being the same account is no exception: a thread that holds a lock may take
        // it again.
        lock (first)
        {
            lock (second)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }

    /// <summary>What two different accounts hold together.</summary>
    public static int Total(Account one, Account other)
    {
        // The same order as for a transfer: one place that takes them otherwise is enough for a
        // deadlock.
        var (first, second) = InOrder(one, other);
        lock (first)
        {
            lock (second)
            {
                return one.Balance + other.Balance;
            }
        }
    }

    /// <summary>
    /// The account with the lower number first. Why no deadlock is left: of all threads that wait
    /// for an account, look at the one that waits for the highest number. Who holds that account
    /// could itself only wait for a still higher one, and nobody does; so it goes on and lets go.
    /// </summary>
    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Number <= other.Number ? (one, other) : (other, one);
}
