// right: takes both accounts behind one door, so that nobody waits with only one of them; the work itself is done outside
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        TakeBoth(from, to);
        try
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
        finally
        {
            Monitor.Exit(from);
            Monitor.Exit(to);
        }
    }

    public static int Total(Account one, Account other)
    {
        TakeBoth(one, other);
        try
        {
            return one.Balance + other.Balance;
        }
        finally
        {
            Monitor.Exit(one);
            Monitor.Exit(other);
        }
    }

    static readonly object Door = new();

    static void TakeBoth(Account one, Account other)
    {
        lock (Door)
        {
            Monitor.Enter(one);
            Monitor.Enter(other);
        }
    }
}
