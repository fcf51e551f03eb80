// wrong: adds up one account after the other, each under its own lock only -> money on its way was missed
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
        int total;
        lock (one)
            total = one.Balance;
        lock (other)
            total += other.Balance;
        return total;
    }

    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Number <= other.Number ? (one, other) : (other, one);
}
