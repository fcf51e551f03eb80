// wrong: leaves the transfer out when the second account is taken -> both transfers are to be made in full
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (from)
        {
            if (!Monitor.TryEnter(to)) return;
            from.Balance -= amount;
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
