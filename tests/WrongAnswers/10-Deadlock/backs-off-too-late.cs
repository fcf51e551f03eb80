// wrong: has taken the money when it finds the second account taken, and backs off without it -> both transfers are to be made in full
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (from)
        {
            from.Balance -= amount;
            if (!Monitor.TryEnter(to)) return;
            to.Balance += amount;
            Monitor.Exit(to);
        }
    }

    public static int Total(Account one, Account other)
    {
        var (first, second) = InOrder(one, other);
        lock (first)
        {
            lock (second)
            {
                return one.Balance + other.Balance;
            }
        }
    }

    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Number <= other.Number ? (one, other) : (other, one);
}
