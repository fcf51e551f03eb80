// wrong: one lock for the whole bank, so that only one clerk can work at a time -> deadlock
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (Gate)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        lock (Gate)
            return one.Balance + other.Balance;
    }

    static readonly object Gate = new();
}
