// wrong: orders the locks of a transfer, but not those of the total -> deadlock
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = InOrder(from, to);
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
        lock (one)
        {
            lock (other)
            {
                return one.Balance + other.Balance;
            }
        }
    }

    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Number <= other.Number ? (one, other) : (other, one);
}
