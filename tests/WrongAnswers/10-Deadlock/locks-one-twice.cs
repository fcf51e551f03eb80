// wrong: mixes the branches up and locks the same account twice when from has the higher number -> lost update
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        var first = from.Number < to.Number ? from : to;
        var second = from.Number < to.Number ? to : to;
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
