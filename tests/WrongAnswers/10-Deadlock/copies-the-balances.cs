// wrong: works out both balances before it writes them, which makes money when both are one account -> from Ann to Ann, nothing is to change
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
                var left = from.Balance - amount;
                var grown = to.Balance + amount;
                from.Balance = left;
                to.Balance = grown;
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
