// right: two branches, one for each order, with the same move inside
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        if (from.Number < to.Number)
        {
            lock (from)
                lock (to)
                    Move(from, to, amount);
        }
        else
        {
            lock (to)
                lock (from)
                    Move(from, to, amount);
        }
    }

    public static int Total(Account one, Account other)
    {
        if (one.Number > other.Number) (one, other) = (other, one);
        lock (one)
            lock (other)
                return one.Balance + other.Balance;
    }

    static void Move(Account from, Account to, int amount)
    {
        from.Balance -= amount;
        to.Balance += amount;
    }
}
