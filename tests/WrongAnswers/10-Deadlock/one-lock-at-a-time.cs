// wrong: lets go of the first account before it takes the second -> money on its way was missed
// hint /lock \(from\) from\.Balance -= amount; lock \(to\)/: Between your two locks the money is in neither account, and somebody may look.
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (from)
            from.Balance -= amount;
        lock (to)
            to.Balance += amount;
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
