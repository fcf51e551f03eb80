// wrong: lets the amount decide which account comes first -> deadlock
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = amount % 20 == 0 ? (to, from) : (from, to);
        lock (first)
        {
            lock (second)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
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
