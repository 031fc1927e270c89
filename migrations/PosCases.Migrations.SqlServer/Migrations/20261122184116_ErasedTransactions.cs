using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ErasedTransactions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedAt",
                table: "TransactionImports",
                type: "datetimeoffset",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "TransactionImports");
        }
    }
}
