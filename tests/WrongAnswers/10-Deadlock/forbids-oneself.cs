// wrong: an order without room for equal numbers, so a transfer to oneself throws -> InvalidOperationException
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
        var (first, second) = InOrder(one, other);
        lock (first)
        {
            lock (second)
            {
                return one.Balance + other.Balance;
            }
        }
    }

    static (Account First, Account Second) InOrder(Account one, Account other)
    {
        if (one.Number < other.Number) return (one, other);
        if (one.Number > other.Number) return (other, one);
        throw new InvalidOperationException($"Account {one.Number} twice.");
    }
}
