// wrong: exchanges from and to, which only turns the circle round -> deadlock
// hint /lock \(to\) \{ lock \(from\)/: That turns the circle round: now each holds its `to`. Who is first must not depend on the direction.
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (to)
        {
            lock (from)
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
