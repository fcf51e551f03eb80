// wrong: adds up without any lock -> money on its way was missed
// hint /Total\([^)]*\)(?: =>| \{ return) \w+\.Balance/: `Total` reads two balances while a transfer may be between them: it needs both locks, in the same order.
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
        return one.Balance + other.Balance;
    }

    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Number <= other.Number ? (one, other) : (other, one);
}
