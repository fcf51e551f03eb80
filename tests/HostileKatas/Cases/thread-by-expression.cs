// hostile: an expression tree that sleeps -> Expression
using System.Linq.Expressions;

public static class Kata
{
    public static void Run()
    {
        Expression<Action> sleep = () => Thread.Sleep(-1);
        sleep.Compile()();
    }
}
