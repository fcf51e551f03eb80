// right: Monitor by hand, the higher number first, and a transfer to oneself ends before it begins
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        if (from == to) return;
        var first = from.Number > to.Number ? from : to;
        var second = first == from ? to : from;
        Monitor.Enter(first);
        try
        {
            Monitor.Enter(second);
            try
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
            finally
            {
                Monitor.Exit(second);
            }
        }
        finally
        {
            Monitor.Exit(first);
        }
    }

    public static int Total(Account one, Account other)
    {
        var first = one.Number > other.Number ? one : other;
        var second = first == one ? other : one;
        lock (first)
        {
            lock (second)
            {
                return one.Balance + other.Balance;
            }
        }
    }
}
